package org.jiceng.registry.organization;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.export.Exports;
import org.jiceng.kit.imports.ImportJob;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to organisations. */
@Path("/api/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM,
  Roles.MEMBER
})
public class OrganizationResource {
  private final OrganizationQueries queries;
  private final TreeQueries trees;
  private final OrganizationCommands commands;
  private final SizeWarnings sizes;
  private final OrganizationExport export;
  private final Imports imports;

  OrganizationResource(
      OrganizationQueries queries,
      TreeQueries trees,
      OrganizationCommands commands,
      SizeWarnings sizes,
      OrganizationExport export,
      Imports imports) {
    this.queries = queries;
    this.trees = trees;
    this.commands = commands;
    this.sizes = sizes;
    this.export = export;
    this.imports = imports;
  }

  @GET
  @Operation(
      summary = "Finds organisations by line, territory, kind, state or name",
      description = "With asOf all is as it was on that date, subtreeOf by the line of then too")
  public Page<OrganizationView> list(
      @BeanParam OrganizationFilter filter, @BeanParam PageRequest page) {
    return queries.page(filter, page);
  }

  @GET
  @Path("/export")
  @Produces({Exports.NDJSON, Exports.CSV, Imports.XLSX})
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SITE_MANAGER,
    Roles.REPORTER,
    Roles.AUDITOR,
    Roles.SYSTEM
  })
  @Operation(summary = "All organisations as one file, as they stand at one moment")
  public Response export(
      @QueryParam("format") String format, @BeanParam OrganizationFilter filter) {
    return export.answer(filter, format);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One organisation, today or as of a date")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Response get(
      @PathParam("id") UUID id, @QueryParam("asOf") LocalDate asOf, @Context Request request) {
    OrganizationView found = queries.one(id, asOf).orElseThrow(Problem::notFound);
    return ETags.respond(request, found.version(), found);
  }

  @GET
  @Path("/{id}/history")
  @Operation(summary = "What the organisation was, from which date on, known since when")
  public Page<OrganizationVersion> history(@PathParam("id") UUID id) {
    return new Page<>(queries.history(id), null);
  }

  @GET
  @Path("/{id}/ancestors")
  @Operation(
      summary = "What stands above it, the nearest first",
      description =
          "by=line: its parent, up to the district's own organisation. by=territory: its area and"
              + " the areas that lies in. With asOf as it was on that date.")
  public Page<Ancestor> ancestors(@PathParam("id") UUID id, @BeanParam TreeRequest request) {
    return trees.ancestors(id, request);
  }

  @GET
  @Path("/{id}/subtree")
  @Operation(
      summary = "It and everything below it, with how deep each stands",
      description =
          "by=line: by parent, rank by rank. by=territory: every organisation whose area lies"
              + " within its area, whatever its line, by code. With asOf as it was on that date.")
  public Page<Descendant> subtree(
      @PathParam("id") UUID id,
      @Valid @BeanParam TreeRequest request,
      @BeanParam PageRequest page) {
    return trees.subtree(id, request, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Establishes an organisation")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "201")
  public Response establish(@Valid @NotNull NewOrganization wanted) {
    OrganizationView made = commands.establish(UuidCreator.getTimeOrderedEpoch(), wanted);
    return ETags.created(URI.create("/api/v1/organizations/" + made.id()), made.version(), made);
  }

  @POST
  @Path("/{id}/rename")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Gives it another name")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Response rename(
      @PathParam("id") UUID id, @Valid @NotNull OrganizationChange.Rename change) {
    return changed(commands.rename(id, change));
  }

  @POST
  @Path("/{id}/reparent")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Moves it, and all below it, in the line")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Response reparent(
      @PathParam("id") UUID id, @Valid @NotNull OrganizationChange.Reparent change) {
    return changed(commands.reparent(id, change));
  }

  @POST
  @Path("/{id}/relocate")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Moves it in the territory")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Response relocate(
      @PathParam("id") UUID id, @Valid @NotNull OrganizationChange.Relocate change) {
    return changed(commands.relocate(id, change));
  }

  @POST
  @Path("/{id}/change-type")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Makes it another type",
      description = "With warnings where its full members are too few or too many for that type")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Response changeType(
      @PathParam("id") UUID id, @Valid @NotNull OrganizationChange.ChangeType change) {
    OrganizationView changed = commands.changeType(id, change);
    return changed(sizes.with(changed, change.effectiveOn()));
  }

  @POST
  @Path("/{id}/suspend")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Suspends it")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Response suspend(
      @PathParam("id") UUID id, @Valid @NotNull OrganizationChange.Reasoned change) {
    return changed(commands.suspend(id, change));
  }

  @POST
  @Path("/{id}/resume")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Resumes it")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Response resume(
      @PathParam("id") UUID id, @Valid @NotNull OrganizationChange.Reasoned change) {
    return changed(commands.resume(id, change));
  }

  @POST
  @Path("/imports")
  @Consumes({Imports.CSV, Imports.XLSX})
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Establishes organisations by file")
  @APIResponseSchema(value = ImportJob.class, responseCode = "202")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("organizations", dryRun, contentType, file);
  }

  private static Response changed(OrganizationView organization) {
    return ETags.ok(organization.version(), organization);
  }
}
