package org.jiceng.reporting.breakdown;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Indicator;

/** Which figure is broken down, and by what. */
public class BreakdownRequest {
  private static final int MOST_DIMENSIONS = 3;

  @QueryParam("indicator")
  @Parameter(description = "The name of an indicator that has dimensions", required = true)
  String indicator;

  @QueryParam("by")
  @Parameter(
      description =
          "Up to three of sex, ageBand, ethnicity, education, sector, organizationType and area,"
              + " separated by commas; the indicator says which it has",
      required = true)
  String by;

  @QueryParam("area")
  @Parameter(description = "An area code; without area and organization all that the caller sees")
  String area;

  @QueryParam("organization")
  @Parameter(description = "An organisation's id: the figures of its line")
  UUID organization;

  @QueryParam("asOf")
  @Parameter(description = "As of the end of this business date; today if left out")
  LocalDate asOf;

  @QueryParam("knownAt")
  @Parameter(description = "By what was on record at this moment (UTC); now if left out")
  Instant knownAt;

  LocalDate asOf(BusinessClock clock) {
    return asOf == null ? clock.today() : asOf;
  }

  /** The dimensions asked for, in the order of the question. */
  List<Dimension> by(Indicator of) {
    List<Dimension> dimensions = new ArrayList<>();
    for (String word : by == null ? new String[0] : by.split(",", -1)) {
      Dimension dimension =
          Dimension.named(word.strip())
              .orElseThrow(() -> Problem.malformed("by", "unknown-dimension", word.strip()));
      if (!of.definition().dimensions().contains(dimension)) {
        throw Problem.malformed("by", "dimension-not-of-indicator", word.strip(), of.indicator());
      }
      if (dimensions.contains(dimension)) {
        throw Problem.malformed("by", "dimension-twice", word.strip());
      }
      dimensions.add(dimension);
    }
    if (dimensions.isEmpty()) {
      throw Problem.malformed("by", "required");
    }
    if (dimensions.size() > MOST_DIMENSIONS) {
      throw Problem.malformed("by", "too-many-dimensions", MOST_DIMENSIONS);
    }
    return dimensions;
  }
}
