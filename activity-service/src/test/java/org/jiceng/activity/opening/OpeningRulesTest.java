package org.jiceng.activity.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jiceng.events.HolidayKind;
import org.jiceng.events.HolidayRule;
import org.jiceng.kit.problem.Problem;

/** When a site is open, by its rules alone. */
class OpeningRulesTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<ZoneId> ZONES =
      List.of(
          SHANGHAI,
          BERLIN,
          ZoneId.of("America/Sao_Paulo"),
          ZoneId.of("America/St_Johns"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Beirut"));

  /** A Friday. */
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  private static final DayHours OFFICE = hours(540, 1080);
  private static final OpeningWeek OFFICE_WEEK = week(HolidayRule.CLOSED, DayHours.SHUT);

  @Example
  void withoutAWeekItIsOpenAroundTheClock() {
    OpeningRules rules = new OpeningRules(Map.of(), Map.of(), Map.of());
    assertThat(rules.on(NEW_YEAR)).isEqualTo(DayHours.ALL_DAY);
    assertThat(rules.cover(at(NEW_YEAR, 0), at(NEW_YEAR.plusDays(5), 180), SHANGHAI)).isTrue();
  }

  @Example
  void theWeekInForceOnTheDayDecides() {
    LocalDate monday = LocalDate.of(2027, 1, 4);
    OpeningRules rules =
        new OpeningRules(
            Map.of(NEW_YEAR, OFFICE_WEEK, monday, everyDay(hours(0, 1440))), Map.of(), Map.of());
    assertThat(rules.on(NEW_YEAR.minusDays(1))).isEqualTo(DayHours.ALL_DAY);
    assertThat(rules.on(NEW_YEAR)).isEqualTo(OFFICE);
    assertThat(rules.on(LocalDate.of(2027, 1, 2))).isEqualTo(DayHours.SHUT);
    assertThat(rules.on(monday)).isEqualTo(DayHours.ALL_DAY);
  }

  @Example
  void aHolidayFollowsTheSitesRule() {
    Map<LocalDate, Holiday> holiday = Map.of(NEW_YEAR, said(NEW_YEAR, HolidayKind.HOLIDAY, null));
    assertThat(rules(OFFICE_WEEK, holiday).on(NEW_YEAR)).isEqualTo(DayHours.SHUT);
    assertThat(rules(week(HolidayRule.AS_USUAL, DayHours.SHUT), holiday).on(NEW_YEAR))
        .isEqualTo(OFFICE);
    assertThat(rules(week(HolidayRule.OTHER_HOURS, hours(600, 720)), holiday).on(NEW_YEAR))
        .isEqualTo(hours(600, 720));
  }

  @Example
  void aHolidayThatBecameAWorkingDayIsOpenAndASaturdayTooThatWasMadeOne() {
    LocalDate saturday = LocalDate.of(2027, 1, 9);
    Map<LocalDate, Holiday> calendar =
        Map.of(
            NEW_YEAR, said(NEW_YEAR, HolidayKind.WORKDAY, null),
            saturday, said(saturday, HolidayKind.WORKDAY, null));
    assertThat(rules(OFFICE_WEEK, calendar).on(NEW_YEAR)).isEqualTo(OFFICE);
    assertThat(rules(OFFICE_WEEK, calendar).on(saturday)).isEqualTo(OFFICE);
    Map<LocalDate, Holiday> asSunday =
        Map.of(saturday, said(saturday, HolidayKind.WORKDAY, DayOfWeek.SUNDAY));
    assertThat(rules(OFFICE_WEEK, asSunday).on(saturday)).isEqualTo(DayHours.SHUT);
  }

  @Example
  void anExceptionWinsOverWeekAndHoliday() {
    OpeningRules rules =
        new OpeningRules(
            Map.of(NEW_YEAR, OFFICE_WEEK),
            Map.of(NEW_YEAR, said(NEW_YEAR, HolidayKind.HOLIDAY, null)),
            Map.of(NEW_YEAR, hours(1200, 1440)));
    assertThat(rules.times(NEW_YEAR, SHANGHAI))
        .containsExactly(
            new OpenTime(
                Instant.parse("2027-01-01T12:00:00Z"), Instant.parse("2027-01-01T16:00:00Z")));
  }

  @Example
  void hoursToMidnightAndFromMidnightAreOneTime() {
    OpeningRules rules = rules(everyDay(hours(1200, 1440, 0, 120)), Map.of());
    LocalDate monthEnd = LocalDate.of(2027, 2, 28);
    assertThat(rules.cover(at(monthEnd, 1260), at(monthEnd.plusDays(1), 120), SHANGHAI)).isTrue();
    assertThat(rules.cover(at(monthEnd, 1260), at(monthEnd.plusDays(1), 121), SHANGHAI)).isFalse();
    assertThat(rules.cover(at(monthEnd, 1199), at(monthEnd, 1300), SHANGHAI)).isFalse();
  }

  @Example
  void theHourThatIsLeftOutIsNotOpenAndTheOneThatComesTwiceIsTwiceAsLong() {
    OpeningRules rules = rules(everyDay(hours(120, 180)), Map.of());
    assertThat(rules.times(LocalDate.of(2027, 3, 28), BERLIN)).isEmpty();
    OpenTime twice = rules.times(LocalDate.of(2027, 10, 31), BERLIN).get(0);
    assertThat(Duration.between(twice.startsAt(), twice.endsAt())).isEqualTo(Duration.ofHours(2));
  }

  @Property(tries = 300)
  void whatTheClockShowsDecides(
      @ForAll long seed,
      @ForAll @IntRange(max = 5) int zone,
      @ForAll @IntRange(max = 7000) int day) {
    ZoneId here = ZONES.get(zone);
    LocalDate date = LocalDate.of(2008, 1, 1).plusDays(day);
    Random random = new Random(seed);
    DayHours hours = random(random);
    OpeningRules rules = rules(everyDay(hours), Map.of());
    List<OpenTime> times = rules.times(date, here);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i).startsAt()).isAfterOrEqualTo(times.get(i - 1).endsAt());
    }
    for (int i = 0; i < 40; i++) {
      ZonedDateTime moment = date.atStartOfDay(here).plusMinutes(random.nextInt(1440));
      if (!moment.toLocalDate().equals(date) || comesTwice(moment)) {
        continue;
      }
      int minute = moment.toLocalTime().toSecondOfDay() / 60;
      boolean open =
          hours.stretches().stream().anyMatch(s -> s.from() <= minute && minute < s.until());
      assertThat(times.stream().anyMatch(t -> holds(t, moment.toInstant())))
          .as("%s %s", moment, hours)
          .isEqualTo(open);
    }
  }

  @Property(tries = 200)
  void daysFollowEachOtherWithoutAGapOrAnOverlap(
      @ForAll @IntRange(max = 5) int zone,
      @ForAll @LongRange(min = 13000, max = 21000) long epochDay) {
    OpeningRules rules = new OpeningRules(Map.of(), Map.of(), Map.of());
    ZoneId here = ZONES.get(zone);
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    List<OpenTime> today = rules.times(day, here);
    List<OpenTime> tomorrow = rules.times(day.plusDays(1), here);
    assertThat(today).hasSize(1);
    assertThat(today.get(0).endsAt()).isEqualTo(tomorrow.get(0).startsAt());
  }

  @Property(tries = 300)
  void coveredIsWhatNoClosedMinuteLiesIn(@ForAll long seed, @ForAll @IntRange(max = 5) int zone) {
    Random random = new Random(seed);
    ZoneId here = ZONES.get(zone);
    OpeningRules rules = rules(everyDay(random(random)), Map.of());
    LocalDate day = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(700));
    Instant from = day.atStartOfDay(here).toInstant().plusSeconds(60L * random.nextInt(1440));
    Instant until = from.plusSeconds(60L * (1 + random.nextInt(400)));
    List<OpenTime> times = new ArrayList<>();
    for (int i = -2; i < 4; i++) {
      times.addAll(rules.times(day.plusDays(i), here));
    }
    boolean all = true;
    for (Instant minute = from; minute.isBefore(until); minute = minute.plusSeconds(60)) {
      Instant at = minute;
      all &= times.stream().anyMatch(t -> holds(t, at));
    }
    assertThat(rules.cover(from, until, here)).isEqualTo(all);
  }

  @Property
  void hoursAreReadAsTheyWereWritten(@ForAll long seed) {
    DayHours hours = random(new Random(seed));
    assertThat(DayHours.parse(hours.toString())).isEqualTo(hours);
    assertThat(DayHours.asked("week.monday", hours.hours())).isEqualTo(hours);
  }

  @Example
  void hoursThatOverlapOrEndBeforeTheyBeginAreRefused() {
    Hours morning = new Hours("08:00", "12:00");
    for (Hours wrong :
        List.of(
            new Hours("11:59", "13:00"),
            new Hours("13:00", "13:00"),
            new Hours("24:00", "01:00"))) {
      assertThatThrownBy(() -> DayHours.asked("week.monday", List.of(morning, wrong)))
          .isInstanceOf(Problem.class);
    }
    assertThat(DayHours.asked("f", List.of(morning, new Hours("12:00", "24:00"))))
        .isEqualTo(hours(480, 1440));
  }

  private static boolean holds(OpenTime time, Instant moment) {
    return !moment.isBefore(time.startsAt()) && moment.isBefore(time.endsAt());
  }

  /** Such a minute belongs to what is open the first time; what follows it is said elsewhere. */
  private static boolean comesTwice(ZonedDateTime moment) {
    return moment.getZone().getRules().getValidOffsets(moment.toLocalDateTime()).size() > 1;
  }

  private static DayHours random(Random random) {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    while (from < 1440 && stretches.size() < 4) {
      from += random.nextInt(500);
      int until = Math.min(1440, from + 1 + random.nextInt(500));
      if (from < until) {
        stretches.add(new Stretch(from, until));
      }
      from = until + 1;
    }
    return new DayHours(stretches);
  }

  private static Instant at(LocalDate day, int minute) {
    return day.atStartOfDay().plusMinutes(minute).atZone(SHANGHAI).toInstant();
  }

  private static Holiday said(LocalDate date, HolidayKind kind, DayOfWeek hoursOf) {
    return new Holiday(date, kind, "x", hoursOf, 1);
  }

  private static OpeningRules rules(OpeningWeek week, Map<LocalDate, Holiday> holidays) {
    return new OpeningRules(Map.of(LocalDate.of(2000, 1, 1), week), holidays, Map.of());
  }

  private static OpeningWeek week(HolidayRule rule, DayHours onHolidays) {
    return new OpeningWeek(
        List.of(OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, DayHours.SHUT, DayHours.SHUT),
        rule,
        onHolidays);
  }

  private static OpeningWeek everyDay(DayHours hours) {
    return new OpeningWeek(
        List.of(hours, hours, hours, hours, hours, hours, hours),
        HolidayRule.CLOSED,
        DayHours.SHUT);
  }

  private static DayHours hours(int... minutes) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < minutes.length; i += 2) {
      stretches.add(new Stretch(minutes[i], minutes[i + 1]));
    }
    return new DayHours(stretches);
  }
}
