package org.jiceng.activity.calendar;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to calendar feeds, for those who open and revoke them. */
@Path("/api/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bookings")
@RolesAllowed({
  Roles.SECRETARY,
  Roles.REGISTRAR,
  Roles.SITE_MANAGER,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class CalendarResource {
  private final CalendarDesk desk;

  CalendarResource(CalendarDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(summary = "The feeds of an organisation")
  public Page<CalendarView> list(
      @QueryParam("organizationId") @Parameter(required = true) UUID organizationId,
      @BeanParam PageRequest page) {
    return desk.page(organizationId, page);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One feed, without its address")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    CalendarView found = desk.one(id);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Opens an iCalendar feed of a site, or of an organisation's bookings",
      description = "`path` is its secret address on this service; it is told only here.")
  public Response open(@Valid @NotNull NewCalendar wanted) {
    CalendarView opened = desk.open(wanted);
    return ETags.created(URI.create("/api/v1/calendars/" + opened.id()), opened.version(), opened);
  }

  @POST
  @Path("/{id}/revocation")
  @Idempotent
  @IfMatch
  @Operation(summary = "Closes a feed, for instance because its address became known")
  public Response revoke(@PathParam("id") UUID id) {
    CalendarView revoked = desk.revoke(id);
    return ETags.ok(revoked.version(), revoked);
  }
}
