package org.jiceng.activity.opening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jiceng.events.HolidayKind;

/**
 * What the district's calendar says of a date: a public holiday, or a working day, with the hours
 * of which day of the week. Without a kind it is an ordinary date (again).
 */
record Holiday(LocalDate date, HolidayKind kind, String name, DayOfWeek hoursOf, long version) {

  /** A date of which nobody has said anything. */
  static Holiday ordinary(LocalDate date) {
    return new Holiday(date, null, null, null, 0);
  }

  /** Whose hours a working day has: as it says, else its own, or Monday's on a weekend. */
  DayOfWeek workingAs() {
    if (hoursOf != null) {
      return hoursOf;
    }
    DayOfWeek own = date.getDayOfWeek();
    return own.getValue() < DayOfWeek.SATURDAY.getValue() ? own : DayOfWeek.MONDAY;
  }
}
