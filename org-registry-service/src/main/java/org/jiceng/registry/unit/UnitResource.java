package org.jiceng.registry.unit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Closing;

/** The door to units. */
@Path("/api/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "units")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class UnitResource {
  private final Units units;
  private final UnitExport export;
  private final Imports imports;

  UnitResource(Units units, UnitExport export, Imports imports) {
    this.units = units;
    this.export = export;
    this.imports = imports;
  }

  /** Who covers, from when on. */
  public record Coverage(@NotNull UUID organizationId, LocalDate effectiveOn) {}

  @GET
  @Operation(summary = "Finds units; uncovered=true lists the gaps")
  public Page<UnitView> list(@BeanParam UnitFilter filter, @BeanParam PageRequest page) {
    return units.page(filter, page);
  }

  @GET
  @Path("/export")
  @Produces({Exports.NDJSON, Exports.CSV, Imports.XLSX})
  @Operation(summary = "All open units as one file, as they stand at one moment")
  public Response export(@QueryParam("format") String format, @BeanParam UnitFilter filter) {
    return export.answer(filter, format);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One unit")
  @APIResponseSchema(value = UnitView.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    UnitView found = units.find(id);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Registers a unit")
  @APIResponseSchema(value = UnitView.class, responseCode = "201")
  public Response register(@Valid @NotNull NewUnit wanted) {
    UnitView made = units.register(wanted);
    return ETags.created(URI.create("/api/v1/units/" + made.id()), made.version(), made);
  }

  @PATCH
  @Path("/{id}")
  @Transactional
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Changes its name, kind, area or staff",
      description = "What is left out stays as it is; where nothing differs nothing is told")
  @APIResponseSchema(value = UnitView.class, responseCode = "200")
  public Response change(@PathParam("id") UUID id, @Valid @NotNull UnitChange change) {
    UnitView changed = units.change(id, change);
    return ETags.ok(changed.version(), changed);
  }

  @POST
  @Path("/{id}/coverage")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Puts it under the coverage of an organisation")
  @APIResponseSchema(value = UnitView.class, responseCode = "200")
  public Response cover(@PathParam("id") UUID id, @Valid @NotNull Coverage coverage) {
    UnitView covered = units.cover(id, coverage.organizationId(), coverage.effectiveOn());
    return ETags.ok(covered.version(), covered);
  }

  @DELETE
  @Path("/{id}/coverage")
  @Transactional
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Ends its coverage")
  @APIResponseSchema(value = UnitView.class, responseCode = "200")
  public Response uncover(
      @PathParam("id") UUID id, @QueryParam("effectiveOn") LocalDate effectiveOn) {
    UnitView uncovered = units.uncover(id, effectiveOn);
    return ETags.ok(uncovered.version(), uncovered);
  }

  @POST
  @Path("/{id}/close")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Closes it", description = "Its coverage ends with it")
  @APIResponseSchema(value = UnitView.class, responseCode = "200")
  public Response close(@PathParam("id") UUID id, @Valid @NotNull Closing closing) {
    UnitView closed = units.close(id, closing);
    return ETags.ok(closed.version(), closed);
  }

  @POST
  @Path("/imports")
  @Consumes({Imports.CSV, Imports.XLSX})
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Registers units by file, with their coverage")
  @APIResponseSchema(value = ImportJob.class, responseCode = "202")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("units", dryRun, contentType, file);
  }
}
