package org.jiceng.activity.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to who attended what, for both ends: who held the activity and where the member is. */
@Path("/api/v1/attendances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
public class AttendanceResource {
  private final AttendanceDesk desk;

  AttendanceResource(AttendanceDesk desk) {
    this.desk = desk;
  }

  @GET
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(
      summary =
          "Attendances at activities of one's own, and of one's own members where they are hosted")
  public Page<AttendanceView> list(
      @BeanParam AttendanceFilter filter, @BeanParam PageRequest page) {
    return desk.attendances(filter, page);
  }
}
