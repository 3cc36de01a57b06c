package org.jiceng.activity.booking;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.PageRequest;

/** The door to bookings: everyone signed in sees what is taken, organisations book. */
@Path("/api/v1/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bookings")
@RolesAllowed({
  Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SITE_MANAGER,
  Roles.MEMBER, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM
})
public class BookingResource {
  private final Bookings bookings;
  private final BookingDesk desk;
  private final BookingChanges changes;
  private final RequestDesk requests;
  private final BusinessClock clock;
  private final ObjectMapper json;

  BookingResource(
      Bookings bookings,
      BookingDesk desk,
      BookingChanges changes,
      RequestDesk requests,
      BusinessClock clock,
      ObjectMapper json) {
    this.bookings = bookings;
    this.desk = desk;
    this.changes = changes;
    this.requests = requests;
    this.clock = clock;
    this.json = json;
  }

  /** Why a request is refused. */
  public record Refusal(@ReasonCode @Schema(examples = "NEEDED_OURSELVES") String reasonCode) {}

  @GET
  @Operation(
      summary = "Finds bookings by space, site, organisation, state or time",
      description =
          "`state=REQUESTED&managedBy=` is the work list of whoever decides on requests. The answer"
              + " has an ETag; with If-None-Match an unchanged page is 304.")
  @APIResponse(
      responseCode = "200",
      description = "A page of bookings, by start",
      content = @Content(schema = @Schema(implementation = BookingPage.class)))
  public Response list(
      @BeanParam BookingFilter filter, @BeanParam PageRequest page, @Context Request request) {
    return ETags.respond(request, json, bookings.page(filter, page, clock.now()));
  }

  /** How a page of bookings looks. */
  public record BookingPage(List<BookingView> items, String nextCursor) {}

  @GET
  @Path("/{id}")
  @Operation(summary = "One booking")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    BookingView found = BookingView.of(bookings.require(id), clock.now());
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @RolesAllowed({
    Roles.SECRETARY,
    Roles.REGISTRAR,
    Roles.SITE_MANAGER,
    Roles.DISTRICT_ADMIN,
    Roles.SYSTEM
  })
  @Operation(
      summary = "Books a space for an organisation in one's scope",
      description =
          "Where the space wants approval it is a request. With `hold` it is held for some minutes,"
              + " to be confirmed. A taken slot answers 409 with `alternatives`: the nearest free"
              + " times of the same length on that space, then spaces as large nearby at the same"
              + " time.")
  public Response book(@Valid @NotNull NewBooking wanted) {
    BookingView booked = desk.book(wanted);
    return ETags.created(URI.create("/api/v1/bookings/" + booked.id()), booked.version(), booked);
  }

  @POST
  @Path("/{id}/confirmation")
  @Idempotent
  @IfMatch
  @RolesAllowed({
    Roles.SECRETARY,
    Roles.REGISTRAR,
    Roles.SITE_MANAGER,
    Roles.DISTRICT_ADMIN,
    Roles.SYSTEM
  })
  @Operation(summary = "Takes what is held")
  public Response confirm(@PathParam("id") UUID id) {
    return answer(changes.confirm(id));
  }

  @POST
  @Path("/{id}/approval")
  @Idempotent
  @IfMatch
  @RolesAllowed({
    Roles.SECRETARY,
    Roles.REGISTRAR,
    Roles.SITE_MANAGER,
    Roles.DISTRICT_ADMIN,
    Roles.SYSTEM
  })
  @Operation(summary = "Approves a request, as whoever manages the site")
  public Response approve(@PathParam("id") UUID id) {
    return answer(requests.approve(id));
  }

  @POST
  @Path("/{id}/refusal")
  @Idempotent
  @IfMatch
  @RolesAllowed({
    Roles.SECRETARY,
    Roles.REGISTRAR,
    Roles.SITE_MANAGER,
    Roles.DISTRICT_ADMIN,
    Roles.SYSTEM
  })
  @Operation(summary = "Refuses a request, as whoever manages the site")
  public Response refuse(@PathParam("id") UUID id, @Valid @NotNull Refusal refusal) {
    return answer(requests.refuse(id, refusal.reasonCode()));
  }

  @POST
  @Path("/{id}/check-in")
  @Idempotent
  @IfMatch
  @RolesAllowed({
    Roles.SECRETARY,
    Roles.REGISTRAR,
    Roles.SITE_MANAGER,
    Roles.DISTRICT_ADMIN,
    Roles.SYSTEM
  })
  @Operation(summary = "Says that those who booked have come")
  public Response checkIn(@PathParam("id") UUID id) {
    return answer(changes.checkIn(id));
  }

  @POST
  @Path("/{id}/cancellation")
  @Idempotent
  @IfMatch
  @RolesAllowed({
    Roles.SECRETARY,
    Roles.REGISTRAR,
    Roles.SITE_MANAGER,
    Roles.DISTRICT_ADMIN,
    Roles.SYSTEM
  })
  @Operation(summary = "Gives the space back, in time; whoever manages the site at any time")
  public Response cancel(@PathParam("id") UUID id) {
    return answer(changes.cancel(id));
  }

  private static Response answer(BookingView changed) {
    return ETags.ok(changed.version(), changed);
  }
}
