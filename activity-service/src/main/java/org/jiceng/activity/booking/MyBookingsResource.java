package org.jiceng.activity.booking;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.ETags;

/** The door for phones: what is to come for the organisation of whoever is calling. */
@Path("/api/v1/me/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bookings")
@RolesAllowed({Roles.MEMBER, Roles.SECRETARY, Roles.SITE_MANAGER})
public class MyBookingsResource {
  private final MyBookings mine;
  private final ObjectMapper json;

  MyBookingsResource(MyBookings mine, ObjectMapper json) {
    this.mine = mine;
    this.json = json;
  }

  /** How a page of them looks. */
  public record MyBookingPage(List<MyBooking> items, String nextCursor) {}

  @GET
  @Operation(
      summary = "The coming bookings of the caller's organisation, a few at a time",
      description = "A member's organisation is where the member is affiliated today.")
  @APIResponse(
      responseCode = "200",
      description = "A few bookings, by start",
      content = @Content(schema = @Schema(implementation = MyBookingPage.class)))
  public Response list(
      @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") String cursor,
      @Context Request request) {
    Cursor after = cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor);
    return ETags.respond(request, json, mine.coming(after));
  }
}
