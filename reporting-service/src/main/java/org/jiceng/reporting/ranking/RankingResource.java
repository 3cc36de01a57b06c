package org.jiceng.reporting.ranking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.reporting.position.Fresh;
import org.jiceng.reporting.position.FromLogs;
import org.jiceng.reporting.position.KeptAnswers;
import org.jiceng.reporting.statistics.AreaLevels;
import org.jiceng.reporting.statistics.StatisticsRequest;

/** The door to the order of areas. */
@Path("/api/v1/statistics/ranking")
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
public class RankingResource {
  private final Rankings rankings;
  private final KeptAnswers kept;

  RankingResource(Rankings rankings, KeptAnswers kept) {
    this.rankings = rankings;
    this.kept = kept;
  }

  @GET
  @FromLogs
  @Operation(
      summary = "The townships or communities of an area in the order of a figure",
      description =
          "Equal values share a rank. Areas without data come last and have none; nor have those"
              + " whose figure is suppressed, as a rank would tell of it.")
  public Rankings.Answer answer(
      @BeanParam StatisticsRequest request,
      @QueryParam("indicator") @Parameter(description = "The name of an indicator", required = true)
          String indicator,
      @QueryParam("level") @DefaultValue("township") String level,
      @QueryParam("order")
          @DefaultValue("desc")
          @Parameter(description = "desc: the largest first; asc: the smallest")
          String order) {
    return kept.orElse(() -> rankings.answer(indicator, request, AreaLevels.named(level), order));
  }
}
