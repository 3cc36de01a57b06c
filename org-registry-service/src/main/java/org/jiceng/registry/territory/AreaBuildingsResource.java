package org.jiceng.registry.territory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.territory.Overview.BuildingLine;

/** The buildings in an area and the areas within it, with their stations. */
@Path("/api/v1/areas/{code}/buildings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "areas")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class AreaBuildingsResource {
  private final Overviews overviews;

  AreaBuildingsResource(Overviews overviews) {
    this.overviews = overviews;
  }

  @GET
  @Operation(
      summary = "The buildings in an area and the areas within it, with their stations",
      description = "All as it was on asOf, the hierarchy of areas too; today if left out")
  public Page<BuildingLine> list(
      @PathParam("code") String code,
      @QueryParam("asOf") LocalDate asOf,
      @BeanParam PageRequest page) {
    return overviews.buildings(code, asOf, page);
  }
}
