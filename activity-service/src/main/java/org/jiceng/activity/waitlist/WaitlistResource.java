package org.jiceng.activity.waitlist;

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
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to waitlists. */
@Path("/api/v1/waitlist-entries")
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
public class WaitlistResource {
  private final Waitlist waitlist;
  private final WaitlistDesk desk;
  private final BusinessClock clock;

  WaitlistResource(Waitlist waitlist, WaitlistDesk desk, BusinessClock clock) {
    this.waitlist = waitlist;
    this.desk = desk;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "Who waits for which space, first come first")
  public Page<WaitlistView> list(@BeanParam WaitlistFilter filter, @BeanParam PageRequest page) {
    return waitlist.page(filter, page, clock.now());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One who waits")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    WaitlistView found = WaitlistView.of(waitlist.require(id), clock.now());
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Waits for a time of a space that is taken",
      description =
          "When the time becomes free, the first who waits and fits has it: booked, or requested"
              + " where the space wants approval. What is free is booked, not waited for (409).")
  public Response add(@Valid @NotNull NewWaitlistEntry wanted) {
    WaitlistView added = desk.add(wanted);
    return ETags.created(
        URI.create("/api/v1/waitlist-entries/" + added.id()), added.version(), added);
  }

  @POST
  @Path("/{id}/withdrawal")
  @Idempotent
  @IfMatch
  @Operation(summary = "Waits no longer")
  public Response withdraw(@PathParam("id") UUID id) {
    WaitlistView withdrawn = desk.withdraw(id);
    return ETags.ok(withdrawn.version(), withdrawn);
  }
}
