package org.jiceng.registry.territory;

import jakarta.annotation.security.RolesAllowed;
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

/** Who and what is in an area, whatever its line. */
@Path("/api/v1/areas/{code}/overview")
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
public class AreaOverviewResource {
  private final Overviews overviews;

  AreaOverviewResource(Overviews overviews) {
    this.overviews = overviews;
  }

  @GET
  @Operation(
      summary = "Who and what is in an area, whatever its line",
      description = "All as it was on asOf, the hierarchy of areas too; today if left out")
  public Overview get(@PathParam("code") String code, @QueryParam("asOf") LocalDate asOf) {
    return overviews.of(code, asOf);
  }
}
