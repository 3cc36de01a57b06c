package org.jiceng.reporting.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How many minutes a day the spaces of a site are open, as its regular week says: what they could
 * have been used. A week counts by its average day; holidays, exceptions and closures are not taken
 * off. A site without opening hours is open around the clock.
 *
 * <p>The minutes are a rate, so that a period's are a sum over its days. Beside each change of the
 * rate stands the change times its day ({@code .moment}), by which {@link
 * org.jiceng.reporting.figures.Question#accrued} sums over days without visiting them.
 */
final class OpenMinutes {
  static final String MEASURE = "site.openMinutes";
  static final String MOMENT = MEASURE + ".moment";

  private static final String SPACES = "spaces ";
  private static final String WEEK = "week ";
  private static final BigDecimal AROUND_THE_CLOCK = new BigDecimal(7 * 24 * 60);
  private static final BigDecimal DAYS = new BigDecimal(7);

  private final UUID siteId;
  private final LocalDate on;
  private final RecordState state;

  OpenMinutes(UUID siteId, LocalDate on, RecordState state) {
    this.siteId = siteId;
    this.on = on;
    this.state = state;
  }

  /** The site has so many more spaces (or fewer) from the day on. */
  List<Posting> spaces(int more) {
    return after(
        () -> {
          String before = state.get(SPACES + on);
          int count = more + (before == null ? 0 : Integer.parseInt(before));
          state.put(SPACES + on, Integer.toString(count));
        });
  }

  /** The site is open for so many minutes a week from the day on. */
  List<Posting> week(long minutes) {
    return after(() -> state.put(WEEK + on, Long.toString(minutes)));
  }

  /** Nothing of the site is open from the day on, whatever was told of the days after it. */
  List<Posting> close() {
    return after(
        () -> {
          List<String> later =
              List.copyOf(state.under(SPACES).tailMap(SPACES + on, false).keySet());
          later.forEach(day -> state.put(day, null));
          String before = state.get(SPACES + on);
          int count = (before == null ? 0 : Integer.parseInt(before)) - spacesOn(on);
          state.put(SPACES + on, Integer.toString(count));
        });
  }

  /** All that is open from the day on counts for another organisation. */
  List<Posting> handOver(UUID former, UUID heir) {
    NavigableMap<LocalDate, BigDecimal> rates = rates();
    List<Posting> postings = new ArrayList<>();
    var now = rates.floorEntry(on);
    if (now != null) {
      post(postings, former, on, now.getValue().negate());
      post(postings, heir, on, now.getValue());
    }
    steps(rates)
        .tailMap(on, false)
        .forEach(
            (day, step) -> {
              post(postings, former, day, step.negate());
              post(postings, heir, day, step);
            });
    return postings;
  }

  private List<Posting> after(Runnable change) {
    Map<LocalDate, BigDecimal> before = steps(rates());
    change.run();
    Map<LocalDate, BigDecimal> after = steps(rates());
    List<Posting> postings = new ArrayList<>();
    NavigableMap<LocalDate, BigDecimal> differences = new TreeMap<>(after);
    before.forEach((day, step) -> differences.merge(day, step.negate(), BigDecimal::add));
    UUID organization = UUID.fromString(state.get("organization"));
    differences.forEach((day, step) -> post(postings, organization, day, step));
    return postings;
  }

  private void post(List<Posting> postings, UUID organization, LocalDate day, BigDecimal step) {
    if (step.signum() != 0) {
      String area = state.get("area");
      String site = siteId.toString();
      BigDecimal moment = step.multiply(BigDecimal.valueOf(day.toEpochDay()));
      postings.add(new Posting(MEASURE, organization, area, site, day, step));
      postings.add(new Posting(MOMENT, organization, area, site, day, moment));
    }
  }

  /** The minutes a day from each day on which they may have changed. */
  private NavigableMap<LocalDate, BigDecimal> rates() {
    NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
    for (String prefix : List.of(SPACES, WEEK)) {
      state
          .under(prefix)
          .keySet()
          .forEach(key -> rates.put(LocalDate.parse(key.substring(prefix.length())), null));
    }
    rates.replaceAll((day, unknown) -> rate(day));
    return rates;
  }

  private BigDecimal rate(LocalDate day) {
    var week = state.under(WEEK).floorEntry(WEEK + day);
    BigDecimal minutes = week == null ? AROUND_THE_CLOCK : new BigDecimal(week.getValue());
    return minutes.multiply(new BigDecimal(spacesOn(day))).divide(DAYS, 2, RoundingMode.HALF_UP);
  }

  private int spacesOn(LocalDate day) {
    return state.under(SPACES).headMap(SPACES + day, true).values().stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private static NavigableMap<LocalDate, BigDecimal> steps(
      NavigableMap<LocalDate, BigDecimal> rates) {
    NavigableMap<LocalDate, BigDecimal> steps = new TreeMap<>();
    BigDecimal last = BigDecimal.ZERO;
    for (var rate : rates.entrySet()) {
      steps.put(rate.getKey(), rate.getValue().subtract(last));
      last = rate.getValue();
    }
    return steps;
  }
}
