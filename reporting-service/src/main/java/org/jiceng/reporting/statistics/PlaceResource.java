package org.jiceng.reporting.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.position.Fresh;

/** The door by which one finds one's way among the places that have figures. */
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
@Fresh
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class PlaceResource {
  private final Trail trail;
  private final LineTable line;

  PlaceResource(Trail trail, LineTable line) {
    this.trail = trail;
    this.line = line;
  }

  @GET
  @Path("/place")
  @Operation(summary = "Where a place lies: the way to it from the top of what the caller sees")
  public Trail.Way place(@BeanParam StatisticsRequest request) {
    return trail.to(request);
  }

  @GET
  @Path("/by-organization")
  @Operation(
      summary = "Figures of the organisations next below one side by side",
      description =
          "Without an organisation the topmost ones; for who sees a part of the district only,"
              + " those below the root of that.")
  public LineTable.Table byOrganization(
      @BeanParam StatisticsRequest request, @BeanParam PageRequest page) {
    return line.below(request, page);
  }
}
