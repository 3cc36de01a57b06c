package org.jiceng.reporting.statistics;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jiceng.kit.problem.Problem;

/** How far apart the days of a series are: always the last days of their periods. */
public enum Step {
  DAY(day -> day),
  MONTH(day -> day.with(TemporalAdjusters.lastDayOfMonth())),
  QUARTER(
      day ->
          day.withDayOfMonth(1)
              .withMonth((day.getMonthValue() - 1) / 3 * 3 + 3)
              .with(TemporalAdjusters.lastDayOfMonth())),
  YEAR(day -> day.with(TemporalAdjusters.lastDayOfYear()));

  private final UnaryOperator<LocalDate> end;

  Step(UnaryOperator<LocalDate> end) {
    this.end = end;
  }

  /** The ends of all periods from one day to another, the last one cut to that day. */
  List<LocalDate> days(LocalDate from, LocalDate to) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = end.apply(from); day.isBefore(to); day = end.apply(day.plusDays(1))) {
      days.add(day);
      if (days.size() > 10_000) {
        return days;
      }
    }
    days.add(to);
    return days;
  }

  /** By the word in the query: day, month, quarter or year. */
  static Step named(String word) {
    return Arrays.stream(values())
        .filter(step -> step.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> Problem.malformed("step", "one-of", "day, month, quarter, year"));
  }
}
