package org.jiceng.activity.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to what took place and who came. */
@Path("/api/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM, Roles.AUDITOR})
public class ActivityResource {
  private final ActivityDesk desk;

  ActivityResource(ActivityDesk desk) {
    this.desk = desk;
  }

  /** Why an attendance was recorded wrongly. */
  public record Revocation(@ReasonCode @Schema(examples = "WRONG_PERSON") String reasonCode) {}

  @GET
  @Operation(summary = "What took place, by organisation, kind and days")
  public Page<ActivityView> list(@BeanParam ActivityFilter filter, @BeanParam PageRequest page) {
    return desk.page(filter, page);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One activity, and how many attended")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    ActivityView found = desk.one(id);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(summary = "Reports that an organisation in one's scope has held an activity")
  public Response hold(@Valid @NotNull NewActivity wanted) {
    ActivityView held = desk.hold(wanted);
    return ETags.created(URI.create("/api/v1/activities/" + held.id()), held.version(), held);
  }

  @POST
  @Path("/{id}/attendances")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(summary = "Adds to the list of who attended; twice is once")
  public Response attended(@PathParam("id") UUID id, @Valid @NotNull Attendees who) {
    ActivityView activity = desk.attended(id, who);
    return ETags.ok(activity.version(), activity);
  }

  @POST
  @Path("/{id}/attendances/{attendanceId}/revocation")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(summary = "Takes somebody off the list who did not attend")
  public Response revoke(
      @PathParam("id") UUID id,
      @PathParam("attendanceId") UUID attendanceId,
      @Valid @NotNull Revocation revocation) {
    ActivityView activity = desk.revoke(id, attendanceId, revocation.reasonCode());
    return ETags.ok(activity.version(), activity);
  }
}
