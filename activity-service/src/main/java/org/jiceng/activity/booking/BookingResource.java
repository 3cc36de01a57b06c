package org.jiceng.activity.booking;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
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

  BookingResource(Bookings bookings, BookingDesk desk) {
    this.bookings = bookings;
    this.desk = desk;
  }

  @GET
  @Operation(summary = "Finds bookings by space, site, organisation or time")
  public Page<BookingView> list(@BeanParam BookingFilter filter, @BeanParam PageRequest page) {
    return bookings.page(filter, page);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One booking")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    BookingView found = BookingView.of(bookings.require(id));
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
          "A taken slot answers 409 with `alternatives`: the nearest free times of the same length"
              + " on that space, then spaces as large nearby at the same time.")
  public Response book(@Valid @NotNull NewBooking wanted) {
    BookingView booked = desk.book(wanted);
    return ETags.created(URI.create("/api/v1/bookings/" + booked.id()), booked.version(), booked);
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
  @Operation(summary = "Gives the space back")
  public Response cancel(@PathParam("id") UUID id) {
    BookingView cancelled = desk.cancel(id);
    return ETags.ok(cancelled.version(), cancelled);
  }
}
