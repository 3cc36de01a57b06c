package org.jiceng.registry.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.ImportJob;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;

/** The door for whole registers of buildings, as for those of units. */
@Path("/api/v1/buildings/register-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "buildings")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
public class BuildingRegisterResource {
  private final BuildingRegister register;
  private final RegisterDoor door;

  BuildingRegisterResource(BuildingRegister register, RegisterDoor door) {
    this.register = register;
    this.door = door;
  }

  @POST
  @Consumes({Imports.CSV, Imports.XLSX})
  @Operation(
      summary = "Takes in the whole register of an area's buildings as a difference",
      description =
          "New buildings are registered, changed ones changed, and those that are gone closed with"
              + " their stations, for GONE_FROM_REGISTER; a dry run only compares. More gone than maxGone (a number, or"
              + " a share such as 5%) and the file is refused as truncated.")
  @APIResponseSchema(value = ImportJob.class, responseCode = "202")
  public Response importRegister(
      @QueryParam("areaCode") @NotNull AreaCode areaCode,
      @QueryParam("effectiveOn") LocalDate effectiveOn,
      @QueryParam("maxGone") @DefaultValue("5%") String maxGone,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return door.accept(register, areaCode, effectiveOn, maxGone, dryRun, contentType, file);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How many buildings are new, changed and gone by a register file")
  public RegisterComparison buildingComparison(@PathParam("id") UUID id) {
    return door.comparison(register, id);
  }

  @GET
  @Path("/{id}/differences")
  @Produces("text/csv;charset=UTF-8")
  @Operation(summary = "The differences of a register file, one a row, as CSV of any size")
  public StreamingOutput buildingDifferences(@PathParam("id") UUID id) {
    return door.differences(register, id);
  }
}
