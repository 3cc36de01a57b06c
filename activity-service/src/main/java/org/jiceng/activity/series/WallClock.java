package org.jiceng.activity.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jiceng.activity.booking.Slot;
import org.jiceng.kit.problem.Problem;

/**
 * When the occurrences of a series begin and end by the clock on the wall.
 *
 * @param lastsDays how many days after it began an occurrence ends
 */
record WallClock(LocalDate firstDate, LocalTime startTime, LocalTime endTime, int lastsDays) {
  /** Without days said, an end that is not after the start is the next day's. */
  static WallClock of(LocalDate firstDate, LocalTime start, LocalTime end, Integer lastsDays) {
    int days = lastsDays == null ? (end.isAfter(start) ? 0 : 1) : lastsDays;
    if (days == 0 && !end.isAfter(start)) {
      throw Problem.violation("endTime", "end-after-start");
    }
    return new WallClock(firstDate, start, end, days);
  }

  /**
   * The occurrence of a date. A time that the clocks leap over is as much later as they leap, one
   * that comes twice is the first; an end that would be before the start then keeps the length.
   */
  Slot on(LocalDate date, ZoneId zone) {
    LocalDateTime start = date.atTime(startTime);
    LocalDateTime end = date.plusDays(lastsDays).atTime(endTime);
    Instant startsAt = start.atZone(zone).toInstant();
    Instant endsAt = end.atZone(zone).toInstant();
    return endsAt.isAfter(startsAt)
        ? new Slot(startsAt, endsAt)
        : new Slot(startsAt, startsAt.plus(Duration.between(start, end)));
  }
}
