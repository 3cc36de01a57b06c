package org.jiceng.reporting.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.position.Fresh;
import org.jiceng.reporting.position.FromLogs;
import org.jiceng.reporting.position.KeptAnswer;
import org.jiceng.reporting.position.KeptAnswers;
import org.jiceng.reporting.sheet.TableForm;

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
  private final FigureSheets sheets;
  private final RowSheets rows;
  private final KeptAnswers kept;
  private final BusinessClock clock;

  StatisticsResource(
      Statistics statistics,
      Comparisons comparisons,
      FigureSheets sheets,
      RowSheets rows,
      KeptAnswers kept,
      BusinessClock clock) {
    this.statistics = statistics;
    this.comparisons = comparisons;
    this.sheets = sheets;
    this.rows = rows;
    this.kept = kept;
    this.clock = clock;
  }

  @GET
  @FromLogs
  @Produces({MediaType.APPLICATION_JSON, Imports.XLSX})
  @Operation(summary = "Figures of a place as of a day")
  @APIResponse(
      responseCode = "200",
      description = "The figures; as a spreadsheet with numbers, *** for what is hidden",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Statistics.Answer.class)),
        @Content(mediaType = Imports.XLSX)
      })
  public Response answer(@BeanParam StatisticsRequest request, @BeanParam ComparedForm form) {
    return form.answer(request, clock, kept(request, statistics::answer), sheets::of);
  }

  @GET
  @FromLogs
  @Path("/series")
  @Produces({MediaType.APPLICATION_JSON, Imports.XLSX})
  @Operation(summary = "Figures from day to day, or at the ends of months, quarters or years")
  @APIResponse(
      responseCode = "200",
      description = "The figures; as a spreadsheet with numbers, *** for what is hidden",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Statistics.Series.class)),
        @Content(mediaType = Imports.XLSX)
      })
  public Response series(
      @BeanParam StatisticsRequest request,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("step") @DefaultValue("year") String step,
      @QueryParam("perStep")
          @DefaultValue("false")
          @Parameter(
              description =
                  "What happened within each step, from the day after the one before it; the first"
                      + " step begins after the first day")
          boolean perStep,
      @BeanParam TableForm form) {
    return form.answer(
        () -> kept.orElse(() -> statistics.series(request, from, to, Step.named(step), perStep)),
        sheets::of);
  }

  @GET
  @FromLogs
  @Path("/by-area")
  @Produces({MediaType.APPLICATION_JSON, Imports.XLSX})
  @Operation(summary = "Figures of all townships or communities side by side")
  @APIResponse(
      responseCode = "200",
      description = "The figures; as a spreadsheet with numbers, *** for what is hidden",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Statistics.AreaTable.class)),
        @Content(mediaType = Imports.XLSX)
      })
  public Response byArea(
      @BeanParam StatisticsRequest request,
      @QueryParam("level") @DefaultValue("township") String level,
      @BeanParam ComparedForm form) {
    AreaLevels levels = AreaLevels.named(level);
    Function<StatisticsRequest, Statistics.AreaTable> table =
        kept(request, asked -> statistics.byArea(asked, levels));
    return form.answer(request, clock, table, (now, before) -> rows.of(request, now, before));
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

  /** Kept is the answer of the question itself; that of a day beside it is another's. */
  private <A extends KeptAnswer<A>> Function<StatisticsRequest, A> kept(
      StatisticsRequest question, Function<StatisticsRequest, A> answer) {
    return asked ->
        asked == question ? kept.orElse(() -> answer.apply(asked)) : answer.apply(asked);
  }
}
