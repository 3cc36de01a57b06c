package org.jiceng.activity.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jiceng.activity.booking.Slot;
import org.jiceng.kit.problem.Problem;

/**
 * A rule of RFC 5545 by days: every occurrence begins at the same time on the wall clock of the
 * zone, whatever its offset is by then. What is never reached, never ends or has too many
 * occurrences is refused (422, field {@code rrule}); no more are worked out than may be had.
 */
final class Recurrence {
  private static final String FIELD = "rrule";

  private final RecurrenceRule rule;
  private final DateTime until;

  private Recurrence(RecurrenceRule rule) {
    this.rule = rule;
    this.until = rule.getUntil();
  }

  static Recurrence parse(String text) {
    RecurrenceRule rule = read(text);
    if (isWithinADay(rule)) {
      throw Problem.violation(FIELD, "rule-by-days");
    }
    if (rule.isInfinite()) {
      throw Problem.violation(FIELD, "rule-with-end");
    }
    return new Recurrence(rule);
  }

  private static RecurrenceRule read(String text) {
    try {
      return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      throw Problem.violation(FIELD, "rule");
    }
  }

  private static boolean isWithinADay(RecurrenceRule rule) {
    return switch (rule.getFreq()) {
      case SECONDLY, MINUTELY, HOURLY -> true;
      // named here, after the rule: the library's parts cannot be made before its rules
      default ->
          Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND, Part.RSCALE).anyMatch(rule::hasPart);
    };
  }

  /** The occurrences, at most so many, none of which begins after the last moment. */
  List<Slot> slots(WallClock clock, ZoneId zone, Instant last, int most) {
    List<Slot> slots = new ArrayList<>();
    for (LocalDate date : dates(clock, zone, last, most)) {
      slots.add(clock.on(date, zone));
    }
    requireApart(slots);
    return slots;
  }

  private List<LocalDate> dates(WallClock clock, ZoneId zone, Instant last, int most) {
    List<LocalDate> dates = new ArrayList<>();
    try {
      RecurrenceRuleIterator days = unlimitedRule().iterator(day(clock.firstDate()));
      while (days.hasNext()) {
        LocalDate date = date(days.nextDateTime());
        if (dates.isEmpty() && !date.equals(clock.firstDate())) {
          throw Problem.violation("firstDate", "not-in-rule");
        }
        if (isOver(date, clock, zone)) {
          break;
        }
        if (clock.on(date, zone).startsAt().isAfter(last)) {
          throw Problem.violation(FIELD, "rule-too-far-ahead");
        }
        if (dates.size() == most) {
          throw Problem.violation(FIELD, "too-many-occurrences", most);
        }
        dates.add(date);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Problem.violation(FIELD, "rule"); // never reached, as the 30th of February
    }
    if (dates.isEmpty()) {
      throw Problem.violation(FIELD, "rule");
    }
    return dates;
  }

  /** The end is ours to see, since a rule may say it as a date, a moment or a time on the wall. */
  private RecurrenceRule unlimitedRule() {
    RecurrenceRule unlimited = read(rule.toString());
    if (until != null) {
      unlimited.setUntil(null);
    }
    return unlimited;
  }

  private boolean isOver(LocalDate date, WallClock clock, ZoneId zone) {
    if (until == null) {
      return false;
    }
    if (until.isAllDay()) {
      return date.isAfter(date(until));
    }
    LocalDateTime end =
        LocalDateTime.of(
            date(until), LocalTime.of(until.getHours(), until.getMinutes(), until.getSeconds()));
    return until.isFloating()
        ? date.atTime(clock.startTime()).isAfter(end)
        : clock.on(date, zone).startsAt().isAfter(end.toInstant(ZoneOffset.UTC));
  }

  private static void requireApart(List<Slot> slots) {
    for (int i = 1; i < slots.size(); i++) {
      if (slots.get(i).overlaps(slots.get(i - 1))) {
        throw Problem.violation(FIELD, "occurrences-overlap");
      }
    }
  }

  private static DateTime day(LocalDate date) {
    return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
  }

  private static LocalDate date(DateTime day) {
    return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
  }
}
