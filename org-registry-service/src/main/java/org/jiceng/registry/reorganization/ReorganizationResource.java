package org.jiceng.registry.reorganization;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to reorganisations. */
@Path("/api/v1/reorganizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reorganizations")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.AUDITOR, Roles.SYSTEM})
public class ReorganizationResource {
  private static final String DRY_RUN =
      " With dryRun nothing is changed, and the answer says what would be; a date to come plans it.";

  private final Reorganizations reorganizations;
  private final ReorganizationQueries queries;

  ReorganizationResource(Reorganizations reorganizations, ReorganizationQueries queries) {
    this.reorganizations = reorganizations;
    this.queries = queries;
  }

  @GET
  @Operation(summary = "Lists reorganisations, the latest first")
  public Page<ReorganizationView> list(
      @QueryParam("state") ReorganizationState state,
      @QueryParam("organizationId") UUID organizationId,
      @BeanParam PageRequest page) {
    return queries.page(state, organizationId, page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "One reorganisation: who took part, and how far each service has followed",
      description = "Its steps are done when nothing is left with an organisation that is no more")
  @APIResponseSchema(value = ReorganizationView.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    ReorganizationView found = queries.one(id);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Path("/merges")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Makes several organisations one",
      description =
          "All that the sources have goes to the destination: the organisations below them, units"
              + " and buildings at once; members, transfers, hostings, sites, bookings and honours"
              + " follow."
              + DRY_RUN)
  @APIResponse(
      responseCode = "200",
      description = "What would be",
      content = @Content(schema = @Schema(implementation = Rehearsal.class)))
  @APIResponseSchema(value = ReorganizationView.class, responseCode = "201")
  public Response merge(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Valid @NotNull NewMerge wanted) {
    return answer(wanted.plan(), dryRun);
  }

  @POST
  @Path("/splits")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Makes one organisation several",
      description =
          "Each part gets what it names; what is named nowhere goes to the part at rest, or stays"
              + " where the organisation is one of the parts itself. Otherwise it is refused while"
              + " someone is left unassigned."
              + DRY_RUN)
  @APIResponse(
      responseCode = "200",
      description = "What would be",
      content = @Content(schema = @Schema(implementation = Rehearsal.class)))
  @APIResponseSchema(value = ReorganizationView.class, responseCode = "201")
  public Response split(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Valid @NotNull NewSplit wanted) {
    return answer(wanted.plan(), dryRun);
  }

  @POST
  @Path("/dissolutions")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Ends an organisation",
      description = "With a successor who takes over all, or only while it has nothing." + DRY_RUN)
  @APIResponse(
      responseCode = "200",
      description = "What would be",
      content = @Content(schema = @Schema(implementation = Rehearsal.class)))
  @APIResponseSchema(value = ReorganizationView.class, responseCode = "201")
  public Response dissolve(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Valid @NotNull NewDissolution wanted) {
    return answer(wanted.plan(), dryRun);
  }

  @POST
  @Path("/{id}/cancel")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Gives a planned reorganisation up")
  @APIResponseSchema(value = ReorganizationView.class, responseCode = "200")
  public Response cancel(@PathParam("id") UUID id) {
    queries.one(id);
    reorganizations.cancel(id);
    ReorganizationView cancelled = queries.one(id);
    return ETags.ok(cancelled.version(), cancelled);
  }

  private Response answer(Plan plan, boolean dryRun) {
    if (dryRun) {
      return Response.ok(reorganizations.rehearse(plan)).build();
    }
    ReorganizationView asked = queries.one(reorganizations.ask(plan));
    return ETags.created(
        URI.create("/api/v1/reorganizations/" + asked.id()), asked.version(), asked);
  }
}
