package org.jiceng.activity.opening;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;

/** The door to the calendar: everyone signed in reads it, the district keeps it. */
@Path("/api/v1/holidays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "holidays")
@RolesAllowed({
  Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SITE_MANAGER,
  Roles.MEMBER, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM
})
public class HolidayResource {
  private static final int LAST_YEAR = 9999;

  private final Holidays holidays;
  private final HolidayDesk desk;
  private final BusinessClock clock;

  HolidayResource(Holidays holidays, HolidayDesk desk, BusinessClock clock) {
    this.holidays = holidays;
    this.desk = desk;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "The dates of a year that are no ordinary ones")
  public Page<HolidayView> list(
      @QueryParam("year") @Parameter(description = "This year if none is named", example = "2027")
          Integer year) {
    int asked = year == null ? clock.today().getYear() : year;
    if (asked < 1 || asked > LAST_YEAR) {
      throw Problem.malformed("year", "between", 1, LAST_YEAR);
    }
    LocalDate first = LocalDate.of(asked, 1, 1);
    List<HolidayView> items =
        holidays.list(first, first.plusYears(1)).stream().map(HolidayView::of).toList();
    return new Page<>(items, null);
  }

  @GET
  @Path("/{date}")
  @Operation(
      summary = "One date",
      description = "Every date is there; an ordinary one has no kind, and version 0 at first.")
  public Response get(@PathParam("date") LocalDate date, @Context Request request) {
    HolidayView found = HolidayView.of(holidays.on(date));
    return ETags.respond(request, found.version(), found);
  }

  @PUT
  @Path("/{date}")
  @RolesAllowed(Roles.DISTRICT_ADMIN)
  @Transactional
  @IfMatch
  @Operation(summary = "Makes a date a public holiday, or a working day")
  public Response set(@PathParam("date") LocalDate date, @Valid @NotNull NewHoliday wanted) {
    HolidayView kept = desk.set(date, wanted);
    return ETags.ok(kept.version(), kept);
  }

  @POST
  @Path("/{date}/withdrawal")
  @RolesAllowed(Roles.DISTRICT_ADMIN)
  @Idempotent
  @IfMatch
  @Operation(summary = "Makes a date an ordinary one again")
  public Response withdraw(@PathParam("date") LocalDate date) {
    HolidayView kept = desk.withdraw(date);
    return ETags.ok(kept.version(), kept);
  }
}
