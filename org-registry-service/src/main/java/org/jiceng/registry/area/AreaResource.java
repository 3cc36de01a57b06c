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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.events.AreaLevel;
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
  private final AreaClosings closings;
  private final Imports imports;

  AreaResource(Areas areas, AreaClosings closings, Imports imports) {
    this.areas = areas;
    this.closings = closings;
    this.imports = imports;
  }

  @GET
  @Operation(summary = "The areas, by level or below a parent")
  public Page<AreaView> list(
      @QueryParam("level") AreaLevel level,
      @QueryParam("parentCode") String parentCode,
      @BeanParam PageRequest page) {
    return areas.page(level, parentCode, page);
  }

  @GET
  @Path("/{code}")
  @Operation(summary = "One area with its resident figures")
  @APIResponseSchema(value = AreaView.class, responseCode = "200")
  public Response get(@PathParam("code") String code, @Context Request request) {
    AreaView found = areas.find(code).orElseThrow(Problem::notFound);
    return ETags.respond(request, found.version(), found);
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
