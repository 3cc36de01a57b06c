package org.jiceng.activity.space;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to finding a space: everyone signed in looks. */
@Path("/api/v1/spaces")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "spaces")
@RolesAllowed({
  Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SITE_MANAGER,
  Roles.MEMBER, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM
})
public class SpaceResource {
  private final SpaceDesk desk;

  SpaceResource(SpaceDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      summary = "Finds spaces that can be used for a whole time",
      description =
          "Each is open, under no closure, free (with what it takes to set up and to clear up), and"
              + " shared with the organisation, if one is named. The nearest come first where"
              + " `near` is given; else those of the organisation's own area, then the smallest"
              + " that will do. \"Near me now\" is `near` alone.")
  public Page<FoundSpace> find(@BeanParam SpaceFilter filter, @BeanParam PageRequest page) {
    return desk.find(filter, page);
  }

  @GET
  @Path("/{id}/availability")
  @Operation(
      summary = "When a space can be used, as free intervals",
      description =
          "At most 62 days in one go. A use that lies in one of them needs no more room: what it"
              + " takes to set up and to clear up is left out of them already.")
  public SpaceAvailability availability(
      @PathParam("id") UUID id, @BeanParam AvailabilityFilter filter) {
    return desk.availability(id, filter);
  }
}
