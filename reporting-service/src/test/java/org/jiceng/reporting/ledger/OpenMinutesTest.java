package org.jiceng.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jiceng.events.ActivityEvent;
import org.jiceng.events.ActivityEvent.OpeningHoursSet;
import org.jiceng.events.ActivityEvent.SiteClosed;
import org.jiceng.events.ActivityEvent.SiteHandedOver;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.ActivityEvent.SpaceAdded;
import org.jiceng.events.HolidayRule;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.junit.jupiter.api.Test;

/** What the spaces of a site could have been used, against a walk from day to day. */
class OpenMinutesTest {
  private static final UUID SITE = UUID.randomUUID();
  private static final UUID MANAGER = UUID.randomUUID();
  private static final LocalDate OPENED = LocalDate.of(2010, 1, 1);
  private static final int DAYS = 60;
  private static final BigDecimal WEEK = new BigDecimal(7);

  /** That a space was added, or else that the week has so many minutes, so many days on. */
  private record Change(int day, boolean space, int minutes) {
    ActivityEvent event() {
      return space
          ? new SpaceAdded(SITE, UUID.randomUUID(), 10)
          : new OpeningHoursSet(SITE, HolidayRule.CLOSED, Map.of("MONDAY", (long) minutes));
    }
  }

  @Provide
  static Arbitrary<List<Change>> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, DAYS - 1),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 1440).map(m -> m * 7))
        .as(Change::new)
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = 300)
  void theSumOverDaysIsThatOfAWalkFromDayToDay(@ForAll("histories") List<Change> changes) {
    RecordState state = new RecordState(Map.of());
    List<Posting> postings = new ArrayList<>(opened(state));
    changes.forEach(c -> postings.addAll(fold(c.event(), OPENED.plusDays(c.day()), state)));

    BigDecimal walked = BigDecimal.ZERO;
    for (int day = 0; day < DAYS; day++) {
      walked = walked.add(naive(changes, day));
      assertThat(accrued(postings, OPENED.plusDays(day), MANAGER)).isEqualByComparingTo(walked);
    }
  }

  @Test
  void fromAHandOverOnWhatIsOpenCountsForTheHeir() {
    UUID heir = UUID.randomUUID();
    RecordState state = new RecordState(Map.of());
    List<Posting> postings = new ArrayList<>(opened(state));
    Change space = new Change(0, true, 0);
    postings.addAll(fold(space.event(), OPENED, state));
    postings.addAll(fold(space.event(), OPENED.plusDays(20), state));
    SiteHandedOver handedOver = new SiteHandedOver(SITE, UUID.randomUUID(), heir);
    postings.addAll(fold(handedOver, OPENED.plusDays(10), state));

    BigDecimal day = new BigDecimal(1440);
    LocalDate last = OPENED.plusDays(29);
    assertThat(accrued(postings, last, MANAGER)).isEqualByComparingTo(day.multiply(BigDecimal.TEN));
    assertThat(accrued(postings, last, heir))
        .isEqualByComparingTo(day.multiply(new BigDecimal(10 + 2 * 10)));
  }

  @Property(tries = 100)
  void aClosedSiteIsOpenNoMoreWhateverWasToldOfLaterDays(
      @ForAll("histories") List<Change> changes, @ForAll @IntRange(max = DAYS - 1) int closed) {
    RecordState state = new RecordState(Map.of());
    List<Posting> postings = new ArrayList<>(opened(state));
    changes.forEach(c -> postings.addAll(fold(c.event(), OPENED.plusDays(c.day()), state)));
    postings.addAll(fold(new SiteClosed(SITE, "MOVED"), OPENED.plusDays(closed), state));

    BigDecimal walked = BigDecimal.ZERO;
    for (int day = 0; day < DAYS; day++) {
      walked = day < closed ? walked.add(naive(changes, day)) : walked;
      assertThat(accrued(postings, OPENED.plusDays(day), MANAGER)).isEqualByComparingTo(walked);
    }
  }

  private static BigDecimal naive(List<Change> changes, int day) {
    long spaces = changes.stream().filter(c -> c.space() && c.day() <= day).count();
    Map<Integer, Integer> weeks = new LinkedHashMap<>();
    changes.stream().filter(c -> !c.space()).forEach(c -> weeks.put(c.day(), c.minutes()));
    int week =
        weeks.entrySet().stream()
            .filter(e -> e.getKey() <= day)
            .max(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .orElse(7 * 1440);
    return new BigDecimal(week)
        .multiply(new BigDecimal(spaces))
        .divide(WEEK, 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal accrued(List<Posting> postings, LocalDate asOf, UUID organization) {
    BigDecimal rate = sum(postings, OpenMinutes.MEASURE, asOf, organization);
    return rate.multiply(BigDecimal.valueOf(asOf.toEpochDay() + 1))
        .subtract(sum(postings, OpenMinutes.MOMENT, asOf, organization));
  }

  private static BigDecimal sum(
      List<Posting> postings, String measure, LocalDate asOf, UUID organization) {
    return postings.stream()
        .filter(p -> p.measure().equals(measure) && !p.effectiveOn().isAfter(asOf))
        .filter(p -> p.organizationId().equals(organization))
        .map(Posting::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Posting> opened(RecordState state) {
    return fold(
        new SiteOpened(
            SITE,
            SiteKind.values()[0],
            SiteOrigin.values()[0],
            "110105001001",
            MANAGER,
            BigDecimal.TEN),
        OPENED,
        state);
  }

  private static List<Posting> fold(ActivityEvent event, LocalDate on, RecordState state) {
    return Fold.of(
        new RecordedEvent(UUID.randomUUID(), Instant.EPOCH, on, 1, null, null, event), state);
  }
}
