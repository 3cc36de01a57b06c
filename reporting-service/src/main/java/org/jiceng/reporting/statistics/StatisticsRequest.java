package org.jiceng.reporting.statistics;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.ledger.Knowledge;

/** What figures are asked for. */
public class StatisticsRequest {
  /** What still holds ends on the day after. */
  private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

  @QueryParam("area")
  @Parameter(description = "An area code; without area and organization all that the caller sees")
  public String area;

  @QueryParam("organization")
  @Parameter(description = "An organisation's id: the figures of its line")
  public UUID organization;

  @QueryParam("asOf")
  @Parameter(description = "As of the end of this business date; today if left out")
  public LocalDate asOf;

  @QueryParam("since")
  @Parameter(description = "The earlier day of a comparison; three years before asOf if left out")
  public LocalDate since;

  @QueryParam("knownAt")
  @Parameter(description = "By what was on record at this moment (UTC); now if left out")
  public Instant knownAt;

  @QueryParam("boundaries")
  @Parameter(
      description =
          "On the boundaries of this day: organisations count where they stood on it, and those that"
              + " had become others by then with their heirs. Those of asOf if left out. Figures that"
              + " compare communities are null on others.")
  public LocalDate boundaries;

  @QueryParam("indicators")
  @Parameter(description = "Names of indicators, separated by commas; all if left out")
  public String indicators;

  /** The day asked about. */
  public LocalDate asOf(BusinessClock clock) {
    LocalDate day = asOf == null ? clock.today() : within("asOf", asOf);
    if (since != null && since.isAfter(day)) {
      throw Problem.malformed("since", "from-after-to");
    }
    return day;
  }

  /** The same question of an earlier day; what happened is told of as long before that one. */
  StatisticsRequest on(LocalDate earlier, BusinessClock clock) {
    LocalDate day = asOf(clock);
    if (earlier.isAfter(day)) {
      throw Problem.malformed("compareWith", "from-after-to");
    }
    StatisticsRequest other = copy();
    other.asOf = earlier;
    other.since = since == null ? null : asLongBefore(earlier, day);
    return other;
  }

  /** A year before is the same day of another year, whether there is a day more in it or not. */
  private LocalDate asLongBefore(LocalDate earlier, LocalDate day) {
    long months = ChronoUnit.MONTHS.between(since, day);
    return day.minusMonths(months).equals(since)
        ? earlier.minusMonths(months)
        : earlier.minusDays(ChronoUnit.DAYS.between(since, day));
  }

  private StatisticsRequest copy() {
    StatisticsRequest other = new StatisticsRequest();
    other.area = area;
    other.organization = organization;
    other.asOf = asOf;
    other.since = since;
    other.knownAt = knownAt;
    other.boundaries = boundaries;
    other.indicators = indicators;
    return other;
  }

  /** The day whose boundaries hold. */
  LocalDate boundaries(LocalDate day) {
    return boundaries == null ? day : boundaries;
  }

  /** Refuses boundaries of another day, where a question is only of those of its own. */
  void requireItsOwnBoundaries() {
    if (boundaries != null) {
      throw Problem.malformed("boundaries", "not-here");
    }
  }

  /** A day that the calendar of figures has. */
  static LocalDate within(String field, LocalDate day) {
    if (day != null && day.isAfter(LAST)) {
      throw Problem.malformed(field, "no-later-than", LAST);
    }
    return day;
  }

  /** The moment by which figures are known. */
  public Instant knownAt(BusinessClock clock) {
    return knownAt == null ? clock.now() : knownAt;
  }

  /** What is taken to be on record. */
  public Knowledge knowledge() {
    return Knowledge.at(knownAt);
  }
}
