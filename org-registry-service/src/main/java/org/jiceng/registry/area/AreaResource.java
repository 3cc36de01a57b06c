package org.jiceng.registry.area;

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
import org.jiceng.registry.Closing;

/** The door to the territory. */
@Path("/api/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "areas")
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
public class AreaResource {
  private final Areas areas;
  private final AreaHistory history;
  private final AreaCommands commands;
  private final AreaClosings closings;
  private final AreaExport export;
  private final Imports imports;

  AreaResource(
      Areas areas,
      AreaHistory history,
      AreaCommands commands,
      AreaClosings closings,
      AreaExport export,
      Imports imports) {
    this.areas = areas;
    this.history = history;
    this.commands = commands;
    this.closings = closings;
    this.export = export;
    this.imports = imports;
  }

  @GET
  @Operation(summary = "The areas, by level or below a parent, today or as of a date")
  public Page<AreaView> list(@BeanParam AreaFilter filter, @BeanParam PageRequest page) {
    return areas.page(filter, page);
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
  @Operation(summary = "All areas as one file, as they stand at one moment")
  public Response export(@QueryParam("format") String format, @BeanParam AreaFilter filter) {
    return export.answer(filter, format);
  }

  @GET
  @Path("/{code}")
  @Operation(summary = "One area with its resident figures, today or as of a date")
  @APIResponseSchema(value = AreaView.class, responseCode = "200")
  public Response get(
      @PathParam("code") String code,
      @QueryParam("asOf") LocalDate asOf,
      @Context Request request) {
    AreaView found = areas.find(code, asOf).orElseThrow(Problem::notFound);
    return ETags.respond(request, found.version(), found);
  }

  @GET
  @Path("/{code}/history")
  @Operation(summary = "What the area was, from which date on, known since when")
  public Page<AreaVersion> history(@PathParam("code") String code) {
    return new Page<>(history.of(code), null);
  }

  @GET
  @Path("/{code}/measurements")
  @Operation(summary = "The resident figures by date, the latest first")
  public Page<MeasurementView> measurements(
      @PathParam("code") String code, @BeanParam PageRequest page) {
    return areas.measurements(code, page);
  }

  @POST
  @Path("/{code}/rename")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(summary = "Gives it another name")
  public Response rename(@PathParam("code") String code, @Valid @NotNull AreaChange.Rename change) {
    AreaView renamed = commands.rename(code, change);
    return ETags.ok(renamed.version(), renamed);
  }

  @POST
  @Path("/{code}/reassign")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(
      summary = "Hands it to another parent of its district",
      description =
          "All that lies in it moves along from that date on. It keeps its code; standardCode is"
              + " the code that the standard list gives it there.")
  public Response reassign(
      @PathParam("code") String code, @Valid @NotNull AreaChange.Reassign change) {
    AreaView reassigned = commands.reassign(code, change);
    return ETags.ok(reassigned.version(), reassigned);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(summary = "Defines an area below its parent")
  @APIResponseSchema(value = AreaView.class, responseCode = "201")
  public Response define(@Valid @NotNull NewArea wanted) {
    AreaView made = areas.define(wanted);
    return ETags.created(URI.create("/api/v1/areas/" + made.code()), made.version(), made);
  }

  @POST
  @Path("/{code}/measurements")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(summary = "States the resident figures from a date on")
  @APIResponseSchema(value = AreaView.class, responseCode = "200")
  public Response measure(@PathParam("code") String code, @Valid @NotNull Measurement measurement) {
    AreaView measured = areas.measure(code, measurement);
    return ETags.ok(measured.version(), measured);
  }

  @POST
  @Path("/{code}/close")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(
      summary = "Closes an area",
      description =
          "Refused (409) while organisations, open units, buildings or areas lie in it; its"
              + " resident figures are 0 from then on")
  @APIResponseSchema(value = AreaView.class, responseCode = "200")
  public Response close(@PathParam("code") String code, @Valid @NotNull Closing closing) {
    AreaView closed = closings.close(code, closing);
    return ETags.ok(closed.version(), closed);
  }

  @POST
  @Path("/imports")
  @Consumes({Imports.CSV, Imports.XLSX})
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(summary = "Defines areas by file")
  @APIResponseSchema(value = ImportJob.class, responseCode = "202")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("areas", dryRun, contentType, file);
  }
}
