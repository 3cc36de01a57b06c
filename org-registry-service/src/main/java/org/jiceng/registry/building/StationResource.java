package org.jiceng.registry.building;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.imports.ImportJob;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;

/** The door for files of stations. */
@Path("/api/v1/stations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "buildings")
public class StationResource {
  private final Imports imports;

  StationResource(Imports imports) {
    this.imports = imports;
  }

  @POST
  @Path("/imports")
  @Consumes({Imports.CSV, Imports.XLSX})
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Opens stations by file")
  @APIResponseSchema(value = ImportJob.class, responseCode = "202")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("stations", dryRun, contentType, file);
  }
}
