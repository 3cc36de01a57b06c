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
import org.jiceng.registry.territory.Overview.SiteLine;
import org.jiceng.registry.territory.Overview.UnitLine;

/** The door to what lies in an area, whatever its line. */
@Path("/api/v1/areas")
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
public class TerritoryResource {
  private static final String AS_OF =
      "All as it was on asOf, the hierarchy of areas too; today if left out";

  private final Overviews overviews;

  TerritoryResource(Overviews overviews) {
    this.overviews = overviews;
  }

  @GET
  @Path("/{code}/overview")
  @Operation(summary = "Who and what is in an area, whatever its line", description = AS_OF)
  public Overview overview(@PathParam("code") String code, @QueryParam("asOf") LocalDate asOf) {
    return overviews.of(code, asOf);
  }

  @GET
  @Path("/{code}/units")
  @Operation(summary = "The units in an area and the areas within it", description = AS_OF)
  public Page<UnitLine> units(
      @PathParam("code") String code,
      @QueryParam("asOf") LocalDate asOf,
      @BeanParam PageRequest page) {
    return overviews.list(Kinds.UNITS, code, asOf, page);
  }

  @GET
  @Path("/{code}/buildings")
  @Operation(
      summary = "The buildings in an area and the areas within it, with their stations",
      description = AS_OF)
  public Page<BuildingLine> buildings(
      @PathParam("code") String code,
      @QueryParam("asOf") LocalDate asOf,
      @BeanParam PageRequest page) {
    return overviews.buildings(code, asOf, page);
  }

  @GET
  @Path("/{code}/sites")
  @Operation(
      summary = "The activity sites in an area and the areas within it, as the registry knows them",
      description = AS_OF)
  public Page<SiteLine> sites(
      @PathParam("code") String code,
      @QueryParam("asOf") LocalDate asOf,
      @BeanParam PageRequest page) {
    return overviews.list(Kinds.SITES, code, asOf, page);
  }
}
