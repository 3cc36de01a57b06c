package org.jiceng.activity.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a site is open: an exception for the date, else by the week that is in force that day (from
 * which the district's calendar may depart), else around the clock.
 */
final class OpeningRules {
  private final TreeMap<LocalDate, OpeningWeek> weeks;
  private final Map<LocalDate, Holiday> holidays;
  private final Map<LocalDate, DayHours> exceptions;

  OpeningRules(
      Map<LocalDate, OpeningWeek> weeks,
      Map<LocalDate, Holiday> holidays,
      Map<LocalDate, DayHours> exceptions) {
    this.weeks = new TreeMap<>(weeks);
    this.holidays = Map.copyOf(holidays);
    this.exceptions = Map.copyOf(exceptions);
  }

  /** The hours of a day by the clock on the wall. */
  DayHours on(LocalDate day) {
    DayHours exception = exceptions.get(day);
    if (exception != null) {
      return exception;
    }
    Map.Entry<LocalDate, OpeningWeek> inForce = weeks.floorEntry(day);
    return inForce == null ? DayHours.ALL_DAY : inForce.getValue().on(day, holidays.get(day));
  }

  /**
   * The same as moments. Hours that the clock leaves out are none; where it runs through an hour
   * twice, what ends in that hour ends the first time, and what begins in it begins then.
   */
  List<OpenTime> times(LocalDate day, ZoneId zone) {
    List<OpenTime> times = new ArrayList<>();
    for (Stretch stretch : on(day).stretches()) {
      Instant from = moment(day, stretch.from(), zone);
      Instant until = moment(day, stretch.until(), zone);
      if (from.isBefore(until)) {
        times.add(new OpenTime(from, until));
      }
    }
    return times;
  }

  /** Whether it is open from a moment to another without a break. */
  boolean cover(Instant startsAt, Instant endsAt, ZoneId zone) {
    Instant openThrough = startsAt;
    LocalDate last = LocalDate.ofInstant(endsAt, zone).plusDays(1);
    for (LocalDate day = LocalDate.ofInstant(startsAt, zone).minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (OpenTime open : times(day, zone)) {
        if (!open.startsAt().isAfter(openThrough) && open.endsAt().isAfter(openThrough)) {
          openThrough = open.endsAt();
        }
      }
    }
    return !openThrough.isBefore(endsAt);
  }

  private static Instant moment(LocalDate day, int minute, ZoneId zone) {
    LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
    ZoneOffsetTransition transition = zone.getRules().getTransition(local);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : local.atZone(zone).toInstant();
  }
}
