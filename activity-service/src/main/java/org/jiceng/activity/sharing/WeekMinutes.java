package org.jiceng.activity.sharing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Minutes of the week by the clock on the wall, from Monday 00:00. Its text is that of PostgreSQL's
 * int4multirange.
 */
public final class WeekMinutes {
  private static final int A_DAY = 24 * 60;
  private static final int A_WEEK = 7 * A_DAY;
  private static final long SECONDS = 60;
  private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");

  private final BitSet minutes;

  private WeekMinutes(BitSet minutes) {
    this.minutes = minutes;
  }

  static WeekMinutes none() {
    return new WeekMinutes(new BitSet(A_WEEK));
  }

  /** The minutes of a day of the week, the last not included. */
  static WeekMinutes of(DayOfWeek day, int from, int until) {
    int start = (day.getValue() - 1) * A_DAY;
    WeekMinutes some = none();
    some.minutes.set(start + from, start + until);
    return some;
  }

  static WeekMinutes parse(String multirange) {
    WeekMinutes some = none();
    for (Matcher each = RANGE.matcher(multirange); each.find(); ) {
      some.minutes.set(Integer.parseInt(each.group(1)), Integer.parseInt(each.group(2)));
    }
    return some;
  }

  /** Those that a use touches from a moment (inclusive) to another (exclusive). */
  public static WeekMinutes of(Instant startsAt, Instant endsAt, ZoneId zone) {
    WeekMinutes some = none();
    if (!endsAt.isBefore(startsAt.plusSeconds(A_WEEK * SECONDS))) {
      some.minutes.set(0, A_WEEK);
      return some;
    }
    for (Instant at = startsAt; at.isBefore(endsAt); at = at.plusSeconds(SECONDS)) {
      some.minutes.set(minuteOf(at, zone));
    }
    some.minutes.set(minuteOf(endsAt.minusNanos(1), zone));
    return some;
  }

  static int minuteOf(Instant moment, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    return (local.getDayOfWeek().getValue() - 1) * A_DAY
        + local.getHour() * (int) SECONDS
        + local.getMinute();
  }

  boolean touches(WeekMinutes other) {
    return minutes.intersects(other.minutes);
  }

  boolean isEmpty() {
    return minutes.isEmpty();
  }

  WeekMinutes and(WeekMinutes other) {
    BitSet both = (BitSet) minutes.clone();
    both.or(other.minutes);
    return new WeekMinutes(both);
  }

  WeekMinutes without(WeekMinutes other) {
    BitSet rest = (BitSet) minutes.clone();
    rest.andNot(other.minutes);
    return new WeekMinutes(rest);
  }

  WeekMinutes others() {
    BitSet others = (BitSet) minutes.clone();
    others.flip(0, A_WEEK);
    return new WeekMinutes(others);
  }

  /** A stretch of one day of the week. */
  record OnDay(DayOfWeek day, int from, int until) {}

  /** The same, day by day. */
  List<OnDay> days() {
    List<OnDay> days = new ArrayList<>();
    for (int from = minutes.nextSetBit(0); from >= 0; ) {
      int day = from / A_DAY;
      int until = Math.min(minutes.nextClearBit(from), (day + 1) * A_DAY);
      days.add(new OnDay(DayOfWeek.of(day + 1), from - day * A_DAY, until - day * A_DAY));
      from = minutes.nextSetBit(until);
    }
    return days;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int from = minutes.nextSetBit(0); from >= 0; ) {
      int until = minutes.nextClearBit(from);
      text.append(text.length() > 1 ? "," : "").append('[').append(from).append(',');
      text.append(until).append(')');
      from = minutes.nextSetBit(until);
    }
    return text.append('}').toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeekMinutes that && minutes.equals(that.minutes);
  }

  @Override
  public int hashCode() {
    return minutes.hashCode();
  }
}
