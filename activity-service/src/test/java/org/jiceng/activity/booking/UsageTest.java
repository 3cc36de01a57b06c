package org.jiceng.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** How much an organisation may have, and what comes of not coming. */
class UsageTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final BookingPolicy POLICY = new TestPolicy();
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 20);

  @Property
  void neverMoreIsTakenThanTheQuotas(
      @ForAll @Size(max = 20) List<@IntRange(max = 1000) Integer> startHours) {
    Usage usage = new Usage(POLICY, TODAY, ZONE, Duration.ofHours(2), Map.of());
    Map<YearMonth, Long> months = new TreeMap<>();
    long ahead = 2;
    for (int hour : startHours) {
      Slot slot = slot(TODAY.atStartOfDay(ZONE).plusHours(hour).toInstant(), 1);
      YearMonth month = YearMonth.from(slot.startsAt().atZone(ZONE));
      boolean fits = ahead < 10 && months.getOrDefault(month, 0L) < 6;
      assertThat(usage.take(slot).isEmpty()).isEqualTo(fits);
      if (fits) {
        ahead++;
        months.merge(month, 1L, Long::sum);
      }
    }
  }

  @Example
  void whoeverManagesTheSiteHasNoQuota() {
    Usage unlimited = Usage.unlimited(ZONE);
    Instant start = TODAY.atStartOfDay(ZONE).toInstant();
    for (int i = 0; i < 100; i++) {
      assertThat(unlimited.take(slot(start.plusSeconds(86_400L * i), 24))).isEmpty();
    }
  }

  @Example
  void threeNoShowsWithinNinetyDaysSuspendForThirtyDaysFromTheLast() {
    LocalDate last = TODAY.minusDays(10);
    assertThat(Penalty.endsOn(List.of(last, last.minusDays(1)), TODAY, POLICY)).isEmpty();
    assertThat(Penalty.endsOn(List.of(last, last.minusDays(1), last.minusDays(90)), TODAY, POLICY))
        .contains(last.plusDays(30));
    assertThat(Penalty.endsOn(List.of(last, last.minusDays(1), last.minusDays(91)), TODAY, POLICY))
        .isEmpty();
    assertThat(
            Penalty.endsOn(
                List.of(last, last.minusDays(85), last.minusDays(95), last.minusDays(99)),
                TODAY,
                POLICY))
        .as("an older three are over by now")
        .isEmpty();
    LocalDate longAgo = TODAY.minusDays(30);
    assertThat(Penalty.endsOn(List.of(longAgo, longAgo, longAgo), TODAY, POLICY)).isEmpty();
    LocalDate without = LocalDate.of(2030, 1, 1);
    assertThat(Penalty.endsOn(List.of(without, without, without), without, POLICY))
        .as("the policy of the day decides")
        .isEmpty();
  }

  private static Slot slot(Instant start, int hours) {
    return new Slot(start, start.plus(Duration.ofHours(hours)));
  }
}
