package org.jiceng.reporting.statistics;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What figures are asked for. */
public class StatisticsRequest {
  @QueryParam("area")
  @Parameter(description = "An area code; without area and organization the whole district")
  String area;

  @QueryParam("organization")
  @Parameter(description = "An organisation's id: the figures of its line")
  UUID organization;

  @QueryParam("asOf")
  @Parameter(description = "As of the end of this business date; today if left out")
  LocalDate asOf;

  @QueryParam("since")
  @Parameter(description = "The earlier day of a comparison; three years before asOf if left out")
  LocalDate since;

  @QueryParam("knownAt")
  @Parameter(description = "By what was on record at this moment (UTC); now if left out")
  Instant knownAt;

  @QueryParam("boundaries")
  @Parameter(
      description =
          "On the boundaries of this day: organisations count where they stood on it, and those that"
              + " had become others by then with their heirs. Those of asOf if left out. Figures that"
              + " compare communities are null on others.")
  LocalDate boundaries;

  @QueryParam("indicators")
  @Parameter(description = "Names of indicators, separated by commas; all if left out")
  String indicators;
}
