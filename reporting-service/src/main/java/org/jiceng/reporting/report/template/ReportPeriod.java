package org.jiceng.reporting.report.template;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year, a quarter or a month of the calendar, in business dates.
 *
 * @param from its first day
 */
public record ReportPeriod(PeriodKind kind, LocalDate from) {
  private static final Pattern TEXT =
      Pattern.compile("(?<year>(?!0000)[0-9]{4})(-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?");

  /** What {@code 2026}, {@code 2026-Q1} or {@code 2026-03} means; empty for anything else. */
  public static Optional<ReportPeriod> parse(String text) {
    Matcher read = TEXT.matcher(text);
    if (!read.matches()) {
      return Optional.empty();
    }
    LocalDate year = LocalDate.of(Integer.parseInt(read.group("year")), 1, 1);
    if (read.group("quarter") != null) {
      int quarter = Integer.parseInt(read.group("quarter"));
      int month = (quarter - 1) * PeriodKind.QUARTER.months() + 1;
      return Optional.of(new ReportPeriod(PeriodKind.QUARTER, year.withMonth(month)));
    }
    if (read.group("month") != null) {
      int month = Integer.parseInt(read.group("month"));
      return Optional.of(new ReportPeriod(PeriodKind.MONTH, year.withMonth(month)));
    }
    return Optional.of(new ReportPeriod(PeriodKind.YEAR, year));
  }

  /** The period of a kind in which a day lies. */
  public static ReportPeriod of(PeriodKind kind, LocalDate day) {
    int month = (day.getMonthValue() - 1) / kind.months() * kind.months() + 1;
    return new ReportPeriod(kind, day.withDayOfMonth(1).withMonth(month));
  }

  /** The last period of a kind that had ended before a day. */
  public static ReportPeriod endedBefore(PeriodKind kind, LocalDate day) {
    return of(kind, of(kind, day).from().minusDays(1));
  }

  /** Its last day. */
  public LocalDate last() {
    return from.plusMonths(kind.months()).minusDays(1);
  }

  /** Whether all of it lies before a day. */
  public boolean hasEndedBy(LocalDate today) {
    return last().isBefore(today);
  }

  /** As {@link #parse} reads it. */
  public String text() {
    String year = "%04d".formatted(from.getYear());
    return switch (kind) {
      case YEAR -> year;
      case QUARTER -> year + "-Q" + ((from.getMonthValue() - 1) / PeriodKind.QUARTER.months() + 1);
      case MONTH -> "%s-%02d".formatted(year, from.getMonthValue());
    };
  }

  /** As it stands on paper. */
  public String inChinese() {
    int quarter = (from.getMonthValue() - 1) / PeriodKind.QUARTER.months() + 1;
    return switch (kind) {
      case YEAR -> from.getYear() + "年";
      case QUARTER -> from.getYear() + "年第" + "一二三四".charAt(quarter - 1) + "季度";
      case MONTH -> from.getYear() + "年" + from.getMonthValue() + "月";
    };
  }
}
