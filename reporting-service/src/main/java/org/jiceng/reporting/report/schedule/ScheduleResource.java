package org.jiceng.reporting.report.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to what is sealed by itself. */
@Path("/api/v1/report-schedules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
public class ScheduleResource {
  private final ScheduleDesk desk;

  ScheduleResource(ScheduleDesk desk) {
    this.desk = desk;
  }

  @GET
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM})
  @Operation(summary = "What is sealed by itself, and when next")
  public Page<Schedule> list(@BeanParam PageRequest page) {
    return desk.page(page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM})
  @Operation(summary = "One schedule")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    Schedule found = desk.find(id);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @Operation(summary = "Lets a report be sealed by itself")
  @APIResponse(
      responseCode = "201",
      description = "The schedule",
      content = @Content(schema = @Schema(implementation = Schedule.class)))
  public Response begin(@Valid @NotNull NewSchedule wanted) {
    Schedule made = desk.begin(wanted);
    URI location = URI.create("/api/v1/report-schedules/" + made.id());
    return ETags.created(location, made.version(), made);
  }

  @PUT
  @Path("/{id}")
  @Transactional
  @IfMatch
  @Operation(summary = "Changes when a report is sealed, or pauses it")
  @APIResponse(
      responseCode = "200",
      description = "The schedule as it is now",
      content = @Content(schema = @Schema(implementation = Schedule.class)))
  public Response change(@PathParam("id") UUID id, @Valid @NotNull ScheduleChange change) {
    return answer(desk.change(id, change));
  }

  @DELETE
  @Path("/{id}")
  @Transactional
  @IfMatch
  @Operation(summary = "Closes it for ever")
  @APIResponse(
      responseCode = "200",
      description = "The schedule as it is now",
      content = @Content(schema = @Schema(implementation = Schedule.class)))
  public Response close(@PathParam("id") UUID id) {
    return answer(desk.close(id));
  }

  private static Response answer(Schedule schedule) {
    return ETags.ok(schedule.version(), schedule);
  }
}
