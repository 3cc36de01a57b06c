package org.jiceng.activity.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jiceng.activity.booking.Slot;
import org.jiceng.kit.problem.Problem;

/** Rules are expanded as somebody would who looks at one day after the other. */
class RecurrenceTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Instant NO_END = Instant.parse("2200-01-01T00:00:00Z");
  private static final LocalTime NINE = LocalTime.of(9, 0);

  @Property(tries = 300)
  void everyFewDays(
      @ForAll @IntRange(min = 0, max = 3000) int day,
      @ForAll @IntRange(min = 1, max = 60) int interval,
      @ForAll @IntRange(min = 1, max = 40) int count) {
    LocalDate first = LocalDate.of(2026, 1, 1).plusDays(day);
    List<LocalDate> naive = new ArrayList<>();
    for (LocalDate d = first; naive.size() < count; d = d.plusDays(1)) {
      if (ChronoUnit.DAYS.between(first, d) % interval == 0) {
        naive.add(d);
      }
    }
    assertThat(dates("FREQ=DAILY;INTERVAL=%d;COUNT=%d".formatted(interval, count), first))
        .isEqualTo(naive);
  }

  @Property(tries = 300)
  void everyFewWeeksOnSomeDays(
      @ForAll @IntRange(min = 0, max = 3000) int day,
      @ForAll @IntRange(min = 1, max = 4) int interval,
      @ForAll @Size(min = 1, max = 7) Set<@IntRange(max = 6) Integer> weekdays,
      @ForAll @IntRange(min = 0, max = 120) int days) {
    LocalDate first = LocalDate.of(2026, 1, 1).plusDays(day);
    while (!weekdays.contains(first.getDayOfWeek().ordinal())) {
      first = first.plusDays(1);
    }
    LocalDate monday = first.with(DayOfWeek.MONDAY);
    LocalDate until = first.plusDays(days);
    List<LocalDate> naive = new ArrayList<>();
    for (LocalDate d = first; !d.isAfter(until); d = d.plusDays(1)) {
      boolean thatWeek = ChronoUnit.WEEKS.between(monday, d.with(DayOfWeek.MONDAY)) % interval == 0;
      if (thatWeek && weekdays.contains(d.getDayOfWeek().ordinal())) {
        naive.add(d);
      }
    }
    String byDay = weekdays.stream().sorted().map(DAYS::get).collect(Collectors.joining(","));
    String rule =
        "FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s;UNTIL=%s"
            .formatted(interval, byDay, until.toString().replace("-", ""));
    assertThat(dates(rule, first)).isEqualTo(naive);
  }

  /** Months without that day are skipped: the 31st comes seven times a year, 29 February rarely. */
  @Property(tries = 300)
  void everyFewMonthsOnThatDay(
      @ForAll @IntRange(min = 2026, max = 2034) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 31) int wished,
      @ForAll @IntRange(min = 1, max = 13) int interval,
      @ForAll @IntRange(min = 1, max = 12) int count) {
    LocalDate first = LocalDate.of(year, month, 1);
    first = first.withDayOfMonth(Math.min(wished, first.lengthOfMonth()));
    List<LocalDate> naive = new ArrayList<>();
    for (LocalDate d = first; naive.size() < count && d.getYear() < 2100; d = d.plusDays(1)) {
      long months = (d.getYear() - first.getYear()) * 12L + d.getMonthValue() - month;
      if (d.getDayOfMonth() == first.getDayOfMonth() && months % interval == 0) {
        naive.add(d);
      }
    }
    assertThat(dates("FREQ=MONTHLY;INTERVAL=%d;COUNT=%d".formatted(interval, count), first))
        .isEqualTo(naive);
  }

  @Property(tries = 200)
  void theLastDayAndTheNthWeekdayOfTheMonth(
      @ForAll @IntRange(min = 2026, max = 2034) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 5) int nth,
      @ForAll @IntRange(max = 6) int weekday) {
    List<LocalDate> last = new ArrayList<>();
    List<LocalDate> nths = new ArrayList<>();
    LocalDate end = LocalDate.of(year, month, 1).plusYears(3);
    for (LocalDate d = LocalDate.of(year, month, 1); d.isBefore(end); d = d.plusDays(1)) {
      if (d.getDayOfMonth() == d.lengthOfMonth() && last.size() < 12) {
        last.add(d);
      }
      if (d.getDayOfWeek().ordinal() == weekday
          && (d.getDayOfMonth() - 1) / 7 + 1 == nth
          && nths.size() < 6) {
        nths.add(d);
      }
    }
    assertThat(dates("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12", last.get(0))).isEqualTo(last);
    assertThat(
            dates("FREQ=MONTHLY;BYDAY=%d%s;COUNT=6".formatted(nth, DAYS.get(weekday)), nths.get(0)))
        .isEqualTo(nths);
  }

  @Example
  void theTwentyNinthOfFebruaryComesInLeapYearsOnly() {
    assertThat(dates("FREQ=YEARLY;COUNT=3", LocalDate.of(2028, 2, 29)))
        .containsExactly(
            LocalDate.of(2028, 2, 29), LocalDate.of(2032, 2, 29), LocalDate.of(2036, 2, 29));
  }

  @Property(tries = 200)
  void theTimeOnTheWallStaysWhatItIsWhateverTheOffset(
      @ForAll @IntRange(min = 0, max = 364) int day,
      @ForAll @IntRange(min = 0, max = 23) int hour,
      @ForAll boolean inBerlin) {
    ZoneId zone = inBerlin ? BERLIN : SHANGHAI;
    LocalDate first = LocalDate.of(2027, 1, 1).plusDays(day);
    LocalTime start = LocalTime.of(hour, 30);
    WallClock clock = WallClock.of(first, start, start.plusHours(2), null);
    for (Slot slot : Recurrence.parse("FREQ=DAILY;COUNT=200").slots(clock, zone, NO_END, 400)) {
      LocalTime shown = slot.startsAt().atZone(zone).toLocalTime();
      boolean leaptOver =
          !zone.getRules()
              .isValidOffset(
                  slot.startsAt().atZone(zone).toLocalDate().atTime(start),
                  slot.startsAt().atZone(zone).getOffset());
      assertThat(shown).isEqualTo(leaptOver ? start.plusHours(1) : start);
      assertThat(slot.length()).isBetween(Duration.ofHours(1), Duration.ofHours(3));
    }
  }

  @Example
  void anHourThatTheClocksLeapOverIsAnHourLaterAndOneThatComesTwiceIsTheFirst() {
    assertThat(only(LocalDate.of(2027, 3, 28), LocalTime.of(2, 30), LocalTime.of(2, 45)))
        .isEqualTo(slot("2027-03-28T01:30:00Z", "2027-03-28T01:45:00Z"));
    assertThat(only(LocalDate.of(2027, 3, 28), LocalTime.of(2, 30), LocalTime.of(3, 0)))
        .as("it keeps its length where its end would come before its start")
        .isEqualTo(slot("2027-03-28T01:30:00Z", "2027-03-28T02:00:00Z"));
    assertThat(only(LocalDate.of(2027, 10, 31), LocalTime.of(2, 30), LocalTime.of(4, 0)))
        .isEqualTo(slot("2027-10-31T00:30:00Z", "2027-10-31T03:00:00Z"));
  }

  @Example
  void anEndMayBeSaidAsADateAMomentOrATimeOnTheWall() {
    LocalDate first = LocalDate.of(2027, 1, 1);
    assertThat(dates("FREQ=DAILY;UNTIL=20270103", first)).hasSize(3);
    assertThat(dates("FREQ=DAILY;UNTIL=20270103T010000Z", first)).hasSize(3);
    assertThat(dates("FREQ=DAILY;UNTIL=20270103T005959Z", first)).hasSize(2);
    assertThat(dates("FREQ=DAILY;UNTIL=20270103T090000", first)).hasSize(3);
    assertThat(dates("FREQ=DAILY;UNTIL=20270103T085959", first)).hasSize(2);
  }

  @Example
  void whatNeverEndsNeverComesOrComesTooOftenIsRefused() {
    refused("FREQ=WEEKLY", "rule-with-end");
    refused("FREQ=HOURLY;COUNT=3", "rule-by-days");
    refused("FREQ=DAILY;BYHOUR=9,15;COUNT=3", "rule-by-days");
    refused("FREQ=DAILY;COUNT=1000000", "too-many-occurrences");
    refused("FREQ=DAILY;COUNT=401", "too-many-occurrences");
    refused("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", "rule");
    refused("FREQ=DAILY;UNTIL=20261231", "rule");
    refused("FREQ=SOMETIMES;COUNT=3", "rule");
    refused("COUNT=3", "rule");
    refused("FREQ=DAILY;COUNT=0", "rule");
    refused("FREQ=DAILY;COUNT=-1", "rule");
    refused("FREQ=DAILY;COUNT=99999999999999", "rule");
    refused("FREQ=DAILY;COUNT=3;UNTIL=20270103", "rule");
    refused("FREQ=WEEKLY;BYDAY=SA;COUNT=3", "not-in-rule");
    refused("", "rule");
    assertThatThrownBy(
            () ->
                Recurrence.parse("FREQ=WEEKLY;COUNT=3")
                    .slots(at(NINE), SHANGHAI, Instant.parse("2027-01-10T00:00:00Z"), 400))
        .extracting(e -> ((Problem) e).reason())
        .isEqualTo("rule-too-far-ahead");
  }

  @Example
  void aWeeklyBookingThatLastsNineDaysIsRefused() {
    WallClock nineDays = WallClock.of(LocalDate.of(2027, 1, 1), NINE, NINE, 9);
    assertThatThrownBy(
            () -> Recurrence.parse("FREQ=WEEKLY;COUNT=3").slots(nineDays, SHANGHAI, NO_END, 400))
        .extracting(e -> ((Problem) e).reason())
        .isEqualTo("occurrences-overlap");
    WallClock sevenDays = WallClock.of(LocalDate.of(2027, 1, 1), NINE, NINE, 7);
    assertThat(Recurrence.parse("FREQ=WEEKLY;COUNT=3").slots(sevenDays, SHANGHAI, NO_END, 400))
        .hasSize(3);
  }

  private static void refused(String rule, String code) {
    assertThatThrownBy(() -> dates(rule, LocalDate.of(2027, 1, 1)))
        .as(rule)
        .isInstanceOf(Problem.class)
        .extracting(e -> ((Problem) e).reason())
        .isEqualTo(code);
  }

  private static List<LocalDate> dates(String rule, LocalDate first) {
    WallClock clock = WallClock.of(first, NINE, LocalTime.of(10, 0), null);
    return Recurrence.parse(rule).slots(clock, SHANGHAI, NO_END, 400).stream()
        .map(slot -> slot.startsAt().atZone(SHANGHAI).toLocalDate())
        .toList();
  }

  private static Slot only(LocalDate day, LocalTime start, LocalTime end) {
    WallClock clock = WallClock.of(day, start, end, null);
    return Recurrence.parse("FREQ=DAILY;COUNT=1").slots(clock, BERLIN, NO_END, 1).get(0);
  }

  private static WallClock at(LocalTime start) {
    return WallClock.of(LocalDate.of(2027, 1, 1), start, start.plusHours(1), null);
  }

  private static Slot slot(String from, String until) {
    return new Slot(Instant.parse(from), Instant.parse(until));
  }
}
