package org.jiceng.activity.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jiceng.activity.opening.Hours;
import org.jiceng.activity.sharing.NewSharing.Rule;
import org.jiceng.events.SharingAudience;

/** Who may use a site at an hour, by its rules alone. */
class SharingRulesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Example
  void theStrictestThatAUseTouchesDecides() {
    Sharing sharing =
        new NewSharing(
                SharingAudience.ANYONE,
                List.of(
                    rule(DayOfWeek.MONDAY, 540, 720, SharingAudience.OWN_LINE),
                    rule(DayOfWeek.MONDAY, 660, 900, SharingAudience.SAME_AREA)))
            .asSharing();
    assertThat(at(sharing, 480, 540)).isEqualTo(SharingAudience.ANYONE);
    assertThat(at(sharing, 480, 541)).isEqualTo(SharingAudience.OWN_LINE);
    assertThat(at(sharing, 700, 800)).isEqualTo(SharingAudience.OWN_LINE);
    assertThat(at(sharing, 720, 910)).isEqualTo(SharingAudience.SAME_AREA);
    assertThat(at(sharing, 900, 7 * 1440)).isEqualTo(SharingAudience.ANYONE);
    assertThat(at(sharing, 900, 7 * 1440 + 541)).isEqualTo(SharingAudience.OWN_LINE);
  }

  @Property(tries = 200)
  void eachMinuteGoesByItsStrictestRuleOrElseByTheAudience(@ForAll long seed) {
    Random random = new Random(seed);
    NewSharing asked = random(random);
    Sharing sharing = asked.asSharing();
    for (int i = 0; i < 50; i++) {
      DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
      int minute = random.nextInt(1440);
      SharingAudience expected =
          asked.rules().stream()
              .filter(
                  r ->
                      r.day() == day
                          && r.hours().opensAt() <= minute
                          && minute < r.hours().closesAt())
              .map(Rule::audience)
              .min(Comparator.naturalOrder())
              .orElse(asked.audience());
      assertThat(sharing.strictestOf(WeekMinutes.of(day, minute, minute + 1))).isEqualTo(expected);
    }
  }

  @Property(tries = 200)
  void whatIsReadCanBeSetAgain(@ForAll long seed) {
    Sharing sharing = random(new Random(seed)).asSharing();
    SharingView view = SharingView.of(UUID.randomUUID(), sharing, 1);
    assertThat(new NewSharing(view.audience(), view.rules()).asSharing()).isEqualTo(sharing);
    assertThat(WeekMinutes.parse(sharing.ownLine().toString())).isEqualTo(sharing.ownLine());
  }

  @Property(tries = 200)
  void aUseTouchesTheMinutesThatTheClockShowsInIt(@ForAll long seed) {
    Random random = new Random(seed);
    Instant from =
        LocalDate.of(2027, 3, 20)
            .plusDays(random.nextInt(240))
            .atStartOfDay(BERLIN)
            .toInstant()
            .plusSeconds(random.nextInt(86_400));
    Instant until = from.plusSeconds(1 + random.nextInt(200_000));
    WeekMinutes use = WeekMinutes.of(from, until, BERLIN);
    for (int i = 0; i < 30; i++) {
      Instant moment =
          from.plusSeconds(random.nextInt((int) (until.getEpochSecond() - from.getEpochSecond())));
      ZonedDateTime local = moment.atZone(BERLIN);
      int minute = local.getHour() * 60 + local.getMinute();
      assertThat(use.touches(WeekMinutes.of(local.getDayOfWeek(), minute, minute + 1))).isTrue();
    }
  }

  private static SharingAudience at(Sharing sharing, int from, int until) {
    Instant monday = LocalDate.of(2027, 1, 4).atStartOfDay(BERLIN).toInstant();
    return sharing.strictestOf(
        WeekMinutes.of(monday.plusSeconds(60L * from), monday.plusSeconds(60L * until), BERLIN));
  }

  private static NewSharing random(Random random) {
    List<Rule> rules = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      int from = random.nextInt(1440);
      rules.add(
          rule(
              DayOfWeek.of(1 + random.nextInt(7)),
              from,
              from + 1 + random.nextInt(1440 - from),
              audience(random)));
    }
    return new NewSharing(audience(random), rules);
  }

  private static SharingAudience audience(Random random) {
    return SharingAudience.values()[random.nextInt(3)];
  }

  private static Rule rule(DayOfWeek day, int from, int until, SharingAudience audience) {
    return new Rule(day, Hours.of(from, until), audience);
  }
}
