package org.jiceng.reporting.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.statistics.Places;

/**
 * Which tables of persons are for those without the right to see persons: such that no two can be
 * subtracted from each other.
 */
@ApplicationScoped
class TableRules {
  private static final ProblemType PROTECTED = new ProblemType(403, "table-of-persons-protected");
  private static final ProblemType PART = new ProblemType(403, "table-part-of-another");

  private final Indicators indicators;
  private final BusinessClock clock;

  TableRules(Indicators indicators, BusinessClock clock) {
    this.indicators = indicators;
    this.clock = clock;
  }

  /**
   * Refuses what could be subtracted.
   *
   * @param asOf the day that was named, if one was
   * @param knownAt the moment that was named, if one was
   */
  void require(Indicator indicator, Places.Place place, LocalDate asOf, Instant knownAt) {
    if (place.area() == null || !place.area().level().equals("DISTRICT")) {
      throw new Problem(PROTECTED).at(place.area() == null ? "organization" : "area");
    }
    if (asOf == null || !isEndOfMonth(asOf) || asOf.isAfter(clock.today())) {
      throw new Problem(PROTECTED).at("asOf");
    }
    if (knownAt != null) {
      throw new Problem(PROTECTED).at("knownAt");
    }
    indicators
        .wholeOf(indicator)
        .ifPresent(
            whole -> {
              throw new Problem(PART, whole.indicator()).at("indicator");
            });
  }

  private static boolean isEndOfMonth(LocalDate day) {
    return day.equals(day.with(TemporalAdjusters.lastDayOfMonth()));
  }
}
