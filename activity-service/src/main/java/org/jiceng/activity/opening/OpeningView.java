package org.jiceng.activity.opening;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.HolidayKind;
import org.jiceng.events.HolidayRule;

/**
 * When a site is open: the weeks in force in these days (none: around the clock), and what becomes
 * of them day by day. The version is the site's.
 */
public record OpeningView(
    UUID siteId, String zone, List<WeekView> weeks, List<DayView> days, long version) {

  /** A week from a day on. */
  public record WeekView(
      LocalDate effectiveOn,
      NewOpeningHours.Week week,
      HolidayRule holidayRule,
      List<Hours> holidayHours) {
    static WeekView of(LocalDate effectiveOn, OpeningWeek week) {
      return new WeekView(
          effectiveOn,
          NewOpeningHours.Week.of(week),
          week.holidayRule(),
          week.holidayHours().hours());
    }
  }

  /** One day: what the calendar says of it, whether it is an exception, and when it is open. */
  public record DayView(
      LocalDate date, HolidayKind holiday, boolean exception, List<OpenTime> openTimes) {
    static DayView of(
        LocalDate date, Holiday said, DayHours exception, OpeningRules rules, ZoneId zone) {
      return new DayView(
          date, said == null ? null : said.kind(), exception != null, rules.times(date, zone));
    }
  }
}
