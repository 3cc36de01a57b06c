package org.jiceng.activity.series;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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

/** The door to booking series. */
@Path("/api/v1/booking-series")
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
public class SeriesResource {
  private final SeriesList list;
  private final SeriesDesk desk;

  SeriesResource(SeriesList list, SeriesDesk desk) {
    this.list = list;
    this.desk = desk;
  }

  @GET
  @RolesAllowed({
    Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SITE_MANAGER,
    Roles.MEMBER, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM
  })
  @Operation(summary = "Finds series by space or organisation")
  public Page<SeriesView> list(@BeanParam SeriesFilter filter, @BeanParam PageRequest page) {
    return list.page(filter, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SITE_MANAGER,
    Roles.MEMBER, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM
  })
  @Operation(summary = "One series; its bookings are found by `/bookings?seriesId=`")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    SeriesView found = SeriesView.of(list.require(id), null);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Books a space again and again, by an RRULE of RFC 5545",
      description =
          "ALL_OR_NOTHING answers 409 with `exceptions` if any occurrence cannot be had; BEST_EFFORT"
              + " books what can be had. `occurrences` names what became of each, and why.")
  public Response book(
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(description = "Only says what could be had; books nothing")
          boolean dryRun,
      @Valid @NotNull NewSeries wanted) {
    if (dryRun) {
      return Response.ok(desk.ask(wanted)).build();
    }
    SeriesView made = desk.book(wanted);
    return ETags.created(URI.create("/api/v1/booking-series/" + made.id()), made.version(), made);
  }

  @POST
  @Path("/{id}/changes")
  @Idempotent
  @IfMatch
  @Operation(
      summary = "Gives occurrences that are still to come another time of day",
      description = "All that the scope reaches or nothing: 409 with `exceptions`.")
  public Response change(@PathParam("id") UUID id, @Valid @NotNull SeriesChange wanted) {
    SeriesView changed = desk.change(id, wanted);
    return ETags.ok(changed.version(), changed);
  }

  @POST
  @Path("/{id}/cancellation")
  @Idempotent
  @IfMatch
  @Operation(summary = "Gives back occurrences that are still to come and may be cancelled")
  public Response cancel(@PathParam("id") UUID id, @Valid @NotNull SeriesCancellation wanted) {
    SeriesView changed = desk.cancel(id, wanted);
    return ETags.ok(changed.version(), changed);
  }
}
