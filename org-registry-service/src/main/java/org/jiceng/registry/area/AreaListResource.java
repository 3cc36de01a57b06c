package org.jiceng.registry.area;

import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.PageRequest;

/** The door for standard lists of areas. */
@Path("/api/v1/area-lists/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "areas")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
public class AreaListResource {
  private final Imports imports;
  private final AreaListReports reports;

  AreaListResource(Imports imports, AreaListReports reports) {
    this.imports = imports;
    this.reports = reports;
  }

  @POST
  @Consumes({Imports.CSV, Imports.XLSX})
  @Operation(
      summary = "Takes in a standard list of areas (统计用区划代码) of one date",
      description =
          "What is missing below an area that the list names is gone, or goes on under another"
              + " code: where formerCode says so, or one missing and one new area have the same"
              + " name. Send it with dryRun=true first and read the differences.")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("area-lists", dryRun, contentType, file);
  }

  @GET
  @Path("/{id}/differences")
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM, Roles.AUDITOR})
  @Operation(summary = "How the list differs from what was registered, also after a dry run")
  public AreaListReports.Report differences(
      @PathParam("id") UUID id,
      @QueryParam("kind") AreaListDifference.Kind kind,
      @BeanParam PageRequest page) {
    return reports.report(id, kind, page);
  }
}
