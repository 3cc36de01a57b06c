package org.jiceng.activity.opening;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;

/**
 * The door to opening hours. They belong to the site: a change names the site's version and makes
 * the next.
 */
@Path("/api/v1/sites/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "opening hours")
@RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
public class OpeningResource {
  private final OpeningDesk desk;

  OpeningResource(OpeningDesk desk) {
    this.desk = desk;
  }

  /** The hours of one date; none and the site is shut. */
  public record ExceptionHours(@NotNull @Size(max = 12) List<@NotNull @Valid Hours> hours) {}

  @GET
  @Path("/opening-hours")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SITE_MANAGER,
    Roles.MEMBER, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM
  })
  @Operation(
      summary = "When a site is open, day by day",
      description = "A site without weeks is open around the clock. A change names the version.")
  public OpeningView days(@PathParam("id") UUID id, @BeanParam DaysAsked asked) {
    return desk.days(id, asked);
  }

  @PUT
  @Path("/opening-hours")
  @Transactional
  @IfMatch
  @Operation(
      summary = "Sets the week of a site from a day on",
      description =
          "A week that begins later stays. What is booked already stays, too. `If-Match` names the"
              + " site's version.")
  public Response set(@PathParam("id") UUID id, @Valid @NotNull NewOpeningHours wanted) {
    return changed(id, desk.set(id, wanted));
  }

  @PUT
  @Path("/opening-exceptions/{date}")
  @Transactional
  @IfMatch
  @Operation(
      summary = "Sets the hours of one date, whatever week and holidays say",
      description = "`If-Match` names the site's version.")
  public Response except(
      @PathParam("id") UUID id,
      @PathParam("date") LocalDate date,
      @Valid @NotNull ExceptionHours wanted) {
    return changed(id, desk.except(id, date, wanted.hours()));
  }

  @POST
  @Path("/opening-exceptions/{date}/withdrawal")
  @Idempotent
  @IfMatch
  @Operation(
      summary = "Lets week and holidays decide about a date again",
      description = "`If-Match` names the site's version.")
  public Response withdraw(@PathParam("id") UUID id, @PathParam("date") LocalDate date) {
    return changed(id, desk.withdrawException(id, date));
  }

  private Response changed(UUID id, long version) {
    return ETags.ok(version, desk.days(id, new DaysAsked()));
  }
}
