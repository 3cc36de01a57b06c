package org.jiceng.activity.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;

/** The door to the list that an office keeps of who attended. */
@Path("/api/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
public class ListResource {
  private final AttendanceDesk desk;

  ListResource(AttendanceDesk desk) {
    this.desk = desk;
  }

  /** Why an attendance was recorded wrongly. */
  public record Revocation(@ReasonCode @Schema(examples = "WRONG_PERSON") String reasonCode) {}

  @POST
  @Path("/{id}/attendances")
  @Idempotent
  @Operation(summary = "Adds to the list of who attended; twice is once")
  public Response attended(@PathParam("id") UUID id, @Valid @NotNull Attendees who) {
    return answer(desk.attended(id, who));
  }

  @POST
  @Path("/{id}/attendances/{attendanceId}/revocation")
  @Idempotent
  @Operation(summary = "Takes somebody off the list who did not attend")
  public Response revoke(
      @PathParam("id") UUID id,
      @PathParam("attendanceId") UUID attendanceId,
      @Valid @NotNull Revocation revocation) {
    return answer(desk.revoke(id, attendanceId, revocation.reasonCode()));
  }

  private static Response answer(AttendanceCount count) {
    return ETags.ok(count.version(), count);
  }
}
