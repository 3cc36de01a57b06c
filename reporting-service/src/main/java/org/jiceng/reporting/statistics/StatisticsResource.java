package org.jiceng.reporting.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.position.Fresh;
import org.jiceng.reporting.position.FromLogs;

/** The door to the figures. */
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
@Fresh
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class StatisticsResource {
  private final Statistics statistics;
  private final Records records;

  StatisticsResource(Statistics statistics, Records records) {
    this.statistics = statistics;
    this.records = records;
  }

  @GET
  @FromLogs
  @Operation(summary = "Figures of a place as of a day")
  public Statistics.Answer answer(@BeanParam StatisticsRequest request) {
    return statistics.answer(request);
  }

  @GET
  @FromLogs
  @Path("/series")
  @Operation(summary = "Figures from day to day, at the ends of months, quarters or years")
  public Statistics.Series series(
      @BeanParam StatisticsRequest request,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("step") @DefaultValue("year") String step) {
    return statistics.series(request, from, to, Step.named(step));
  }

  @GET
  @FromLogs
  @Path("/by-area")
  @Operation(summary = "Figures of all townships or communities side by side")
  public Statistics.AreaTable byArea(
      @BeanParam StatisticsRequest request,
      @QueryParam("level") @DefaultValue("township") String level) {
    return statistics.byArea(request, Statistics.AreaLevels.named(level));
  }

  @GET
  @FromLogs
  @Path("/measures/{measure}/records")
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.AUDITOR, Roles.SYSTEM})
  @Operation(summary = "The records that make up a measure of the whole district as of a day")
  public Page<Records.Entry> records(
      @PathParam("measure") String measure,
      @BeanParam StatisticsRequest request,
      @BeanParam PageRequest page) {
    return records.of(measure, request.asOf, page);
  }
}
