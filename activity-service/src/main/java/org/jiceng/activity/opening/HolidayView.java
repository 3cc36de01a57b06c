package org.jiceng.activity.opening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jiceng.events.HolidayKind;

/** What the calendar says of a date; no kind means an ordinary one. */
public record HolidayView(
    LocalDate date, HolidayKind kind, String name, DayOfWeek hoursOf, long version) {
  static HolidayView of(Holiday holiday) {
    return new HolidayView(
        holiday.date(), holiday.kind(), holiday.name(), holiday.hoursOf(), holiday.version());
  }
}
