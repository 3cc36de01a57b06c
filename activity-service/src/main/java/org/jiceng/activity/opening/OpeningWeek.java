package org.jiceng.activity.opening;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiceng.events.HolidayKind;
import org.jiceng.events.HolidayRule;

/** The hours of each day of the week, Monday first, and what holds on a public holiday. */
record OpeningWeek(List<DayHours> days, HolidayRule holidayRule, DayHours holidayHours) {
  OpeningWeek {
    days = List.copyOf(days);
  }

  DayHours of(DayOfWeek day) {
    return days.get(day.getValue() - 1);
  }

  /** The hours of a day that the district's calendar says this of; null if it says nothing. */
  DayHours on(LocalDate day, Holiday said) {
    if (said == null) {
      return of(day.getDayOfWeek());
    }
    if (said.kind() == HolidayKind.WORKDAY) {
      return of(said.workingAs());
    }
    return switch (holidayRule) {
      case CLOSED -> DayHours.SHUT;
      case AS_USUAL -> of(day.getDayOfWeek());
      case OTHER_HOURS -> holidayHours;
    };
  }

  /** How many minutes each day has, for those who count. */
  Map<String, Long> openMinutes() {
    Map<String, Long> minutes = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      minutes.put(day.name(), (long) of(day).minutes());
    }
    if (holidayRule == HolidayRule.OTHER_HOURS) {
      minutes.put("HOLIDAY", (long) holidayHours.minutes());
    }
    return minutes;
  }
}
