package org.jiceng.reporting.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.reporting.position.Fresh;
import org.jiceng.reporting.position.FromLogs;
import org.jiceng.reporting.position.KeptAnswers;

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
  private final Comparisons comparisons;
  private final KeptAnswers kept;

  StatisticsResource(Statistics statistics, Comparisons comparisons, KeptAnswers kept) {
    this.statistics = statistics;
    this.comparisons = comparisons;
    this.kept = kept;
  }

  @GET
  @FromLogs
  @Operation(summary = "Figures of a place as of a day")
  public Statistics.Answer answer(@BeanParam StatisticsRequest request) {
    return kept.orElse(() -> statistics.answer(request));
  }

  @GET
  @FromLogs
  @Path("/series")
  @Operation(summary = "Figures from day to day, or at the ends of months, quarters or years")
  public Statistics.Series series(
      @BeanParam StatisticsRequest request,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("step") @DefaultValue("year") String step) {
    return kept.orElse(() -> statistics.series(request, from, to, Step.named(step)));
  }

  @GET
  @FromLogs
  @Path("/by-area")
  @Operation(summary = "Figures of all townships or communities side by side")
  public Statistics.AreaTable byArea(
      @BeanParam StatisticsRequest request,
      @QueryParam("level") @DefaultValue("township") String level) {
    return kept.orElse(() -> statistics.byArea(request, AreaLevels.named(level)));
  }

  @GET
  @FromLogs
  @Path("/comparison")
  @Operation(summary = "Figures of a place on two days, or of two places on one")
  public Comparisons.Comparison comparison(
      @BeanParam StatisticsRequest request,
      @QueryParam("from") @Parameter(description = "The earlier day of two") LocalDate from,
      @QueryParam("to") @Parameter(description = "The later day; today if left out") LocalDate to,
      @QueryParam("with")
          @Parameter(description = "Another place: an area code or an organisation's id")
          String with) {
    return kept.orElse(
        () ->
            with == null
                ? comparisons.ofDays(request, from, to)
                : comparisons.ofPlaces(request, from, to, with));
  }
}
