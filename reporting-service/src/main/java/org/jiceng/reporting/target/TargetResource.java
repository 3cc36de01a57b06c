package org.jiceng.reporting.target;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/**
 * The door to targets: who sees a place reads its targets, the district and its offices set them.
 */
@Path("/api/v1/targets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "targets")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class TargetResource {
  private final TargetDesk desk;

  TargetResource(TargetDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(summary = "The targets of the places that one sees, the oldest first")
  public Page<Target> list(
      @QueryParam("day") @Parameter(description = "Only those in force on this day") LocalDate day,
      @QueryParam("area") String area,
      @QueryParam("organization") UUID organization,
      @BeanParam PageRequest page) {
    UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return page.page(
        desk.list(day, area, organization, after, page.fetchSize()),
        target -> Cursor.of(target.id()));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One target")
  @APIResponse(
      responseCode = "200",
      description = "The target as it is now",
      content = @Content(schema = @Schema(implementation = Target.class)))
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    Target found = desk.seen(id);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(
      summary = "Sets a target for a figure of a place",
      description = "One at a time: it must not overlap another for the same figure and place.")
  @APIResponse(
      responseCode = "201",
      description = "The target",
      content = @Content(schema = @Schema(implementation = Target.class)))
  public Response set(@Valid @NotNull NewTarget wanted) {
    Target made = desk.set(wanted);
    return ETags.created(URI.create("/api/v1/targets/" + made.id()), made.version(), made);
  }

  @PUT
  @Path("/{id}")
  @Transactional
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(
      summary = "Changes value, direction or time of a target",
      description = "Of which figure and place it is stays; that is another target.")
  @APIResponse(
      responseCode = "200",
      description = "The target as it is now",
      content = @Content(schema = @Schema(implementation = Target.class)))
  public Response change(@PathParam("id") UUID id, @Valid @NotNull NewTarget wanted) {
    Target changed = desk.change(id, wanted);
    return ETags.ok(changed.version(), changed);
  }

  @DELETE
  @Path("/{id}")
  @Transactional
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(summary = "Withdraws a target, which stays readable")
  @APIResponse(
      responseCode = "200",
      description = "The target as it is now",
      content = @Content(schema = @Schema(implementation = Target.class)))
  public Response withdraw(@PathParam("id") UUID id) {
    Target withdrawn = desk.withdraw(id);
    return ETags.ok(withdrawn.version(), withdrawn);
  }
}
