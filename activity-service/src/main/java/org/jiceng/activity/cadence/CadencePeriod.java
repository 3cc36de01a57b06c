package org.jiceng.activity.cadence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiceng.kit.problem.Problem;

/**
 * A year, quarter or month, from its first day (inclusive) to the first day after it (exclusive).
 */
record CadencePeriod(LocalDate from, LocalDate until) {
  private static final Pattern FORM =
      Pattern.compile("(?<year>[1-9]\\d{3})(-(Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?");
  private static final int MONTHS_OF_QUARTER = 3;

  /** Reads 2026, 2026-Q3 or 2026-07, else 400. */
  static CadencePeriod parse(String text) {
    Matcher form = FORM.matcher(text == null ? "" : text);
    if (!form.matches() || form.group("year").equals("9999")) {
      throw Problem.malformed("period", "cadence-period");
    }
    int year = Integer.parseInt(form.group("year"));
    if (form.group("quarter") != null) {
      int month = (Integer.parseInt(form.group("quarter")) - 1) * MONTHS_OF_QUARTER + 1;
      return from(LocalDate.of(year, month, 1), Every.QUARTER);
    }
    if (form.group("month") != null) {
      return from(LocalDate.of(year, Integer.parseInt(form.group("month")), 1), Every.MONTH);
    }
    return from(LocalDate.of(year, 1, 1), Every.YEAR);
  }

  /** The whole years in which these days lie, and the one before: a year is over in the next. */
  static CadencePeriod years(LocalDate first, LocalDate last) {
    return new CadencePeriod(
        first.withDayOfYear(1).minusYears(1), last.withDayOfYear(1).plusYears(1));
  }

  private static CadencePeriod from(LocalDate day, Every span) {
    return new CadencePeriod(day, day.plus(span.length()));
  }

  /** The whole spans of that kind within it that are over on that day. */
  List<CadencePeriod> spansOver(Every every, LocalDate today) {
    List<CadencePeriod> spans = new ArrayList<>();
    for (CadencePeriod span = from(from, every);
        !span.until.isAfter(until) && !span.until.isAfter(today);
        span = from(span.until, every)) {
      spans.add(span);
    }
    return spans;
  }
}
