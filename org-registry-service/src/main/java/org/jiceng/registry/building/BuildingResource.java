package org.jiceng.registry.building;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

/** The door to buildings. */
@Path("/api/v1/buildings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "buildings")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class BuildingResource {
  private final Buildings buildings;
  private final Stations stations;
  private final BuildingExport export;
  private final Imports imports;

  BuildingResource(Buildings buildings, Stations stations, BuildingExport export, Imports imports) {
    this.buildings = buildings;
    this.stations = stations;
    this.export = export;
    this.imports = imports;
  }

  /** Who covers, from when on. */
  @Schema(name = "BuildingCoverage")
  public record Coverage(@NotNull UUID organizationId, LocalDate effectiveOn) {}

  @GET
  @Operation(summary = "Finds buildings; uncovered=true lists the gaps")
  public Page<BuildingView> list(@BeanParam BuildingFilter filter, @BeanParam PageRequest page) {
    return buildings.page(filter, page);
  }

  @GET
  @Path("/export")
  @Produces({Exports.NDJSON, Exports.CSV, Imports.XLSX})
  @Operation(summary = "All open buildings as one file, as they stand at one moment")
  public Response export(@QueryParam("format") String format, @BeanParam BuildingFilter filter) {
    return export.answer(filter, format);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One building")
  @APIResponseSchema(value = BuildingView.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    BuildingView found = buildings.find(id);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Registers a building")
  @APIResponseSchema(value = BuildingView.class, responseCode = "201")
  public Response register(@Valid @NotNull NewBuilding wanted) {
    BuildingView made = buildings.register(wanted);
    return ETags.created(URI.create("/api/v1/buildings/" + made.id()), made.version(), made);
  }

  @POST
  @Path("/{id}/coverage")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Puts it under the coverage of an organisation")
  @APIResponseSchema(value = BuildingView.class, responseCode = "200")
  public Response cover(@PathParam("id") UUID id, @Valid @NotNull Coverage coverage) {
    BuildingView covered = buildings.cover(id, coverage.organizationId(), coverage.effectiveOn());
    return ETags.ok(covered.version(), covered);
  }

  @DELETE
  @Path("/{id}/coverage")
  @Transactional
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Ends its coverage")
  @APIResponseSchema(value = BuildingView.class, responseCode = "200")
  public Response uncover(
      @PathParam("id") UUID id, @QueryParam("effectiveOn") LocalDate effectiveOn) {
    BuildingView uncovered = buildings.uncover(id, effectiveOn);
    return ETags.ok(uncovered.version(), uncovered);
  }

  @GET
  @Path("/{id}/stations")
  @Operation(summary = "The stations in a building")
  public Page<StationView> stations(@PathParam("id") UUID id) {
    return new Page<>(stations.in(id), null);
  }

  @POST
  @Path("/{id}/stations")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Opens a station in a building")
  @APIResponseSchema(value = StationView.class, responseCode = "201")
  public Response openStation(@PathParam("id") UUID id, @Valid @NotNull NewStation wanted) {
    StationView opened = stations.open(buildings.open(id), wanted);
    return Response.created(URI.create("/api/v1/buildings/" + id + "/stations"))
        .entity(opened)
        .build();
  }

  @POST
  @Path("/{id}/stations/{stationId}/close")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Closes a station", description = "If-Match is the building's ETag")
  @APIResponseSchema(value = BuildingView.class, responseCode = "200")
  public Response closeStation(
      @PathParam("id") UUID id,
      @PathParam("stationId") UUID stationId,
      @Valid @NotNull Closing closing) {
    BuildingView building = buildings.closeStation(id, stationId, closing);
    return ETags.ok(building.version(), building);
  }

  @POST
  @Path("/{id}/close")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Closes it and its stations", description = "Its coverage ends with it")
  @APIResponseSchema(value = BuildingView.class, responseCode = "200")
  public Response close(@PathParam("id") UUID id, @Valid @NotNull Closing closing) {
    BuildingView closed = buildings.close(id, closing);
    return ETags.ok(closed.version(), closed);
  }

  @POST
  @Path("/imports")
  @Consumes({Imports.CSV, Imports.XLSX})
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Registers buildings by file, with their coverage")
  @APIResponseSchema(value = ImportJob.class, responseCode = "202")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("buildings", dryRun, contentType, file);
  }
}
