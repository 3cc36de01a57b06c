package org.jiceng.activity.usage;

import java.time.LocalDate;
import org.jiceng.kit.problem.Problem;

/** Business days, from the first to the last, which is included. */
record UsagePeriod(LocalDate from, LocalDate until) {
  private static final int LONGEST = 366;

  /** From the first of this month until today where nothing else is asked for; else 400. */
  static UsagePeriod asked(LocalDate from, LocalDate until, LocalDate today) {
    LocalDate last = until == null ? today : until;
    LocalDate first = from == null ? last.withDayOfMonth(1) : from;
    LocalDate latest = first.plusDays(LONGEST - 1);
    if (last.isBefore(first) || last.isAfter(latest)) {
      throw Problem.malformed("until", "usage-days", first, latest);
    }
    return new UsagePeriod(first, last);
  }
}
