package org.jiceng.reporting.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jiceng.reporting.ledger.KeptSums;

/** One node, one day: what an indicator's formula may ask. Sums are read once and kept. */
public final class Question {
  private final Balances balances;
  private final Areas areas;
  private final Node node;
  private final LocalDate asOf;
  private final LocalDate since;
  private final Instant knownAt;
  private final LocalDate boundaries;
  private Slice slice;
  private Question earlier;

  /** What cannot be asked on other boundaries than those of the day. */
  public static final class OnlyOnItsOwnBoundaries extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  public Question(
      Balances balances,
      Areas areas,
      Node node,
      LocalDate asOf,
      LocalDate since,
      Instant knownAt,
      LocalDate boundaries) {
    this.balances = balances;
    this.areas = areas;
    this.node = node;
    this.asOf = asOf;
    this.since = since;
    this.knownAt = knownAt;
    this.boundaries = boundaries;
  }

  /** The node's sums on the day. */
  public Slice now() {
    if (slice == null) {
      slice = read();
    }
    return slice;
  }

  private Slice read() {
    if (boundaries != null) {
      return balances.slice(node, asOf, knownAt, boundaries);
    }
    return knownAt == null ? balances.slice(node, asOf) : balances.slice(node, asOf, knownAt);
  }

  /**
   * The sum over all days up to the day of a measure that is a rate a day. Beside it stands what
   * each change of it came to times its day (measure.moment): what began on a day and still holds
   * has lasted for the days from then on.
   */
  public BigDecimal accrued(String measure) {
    BigDecimal days = BigDecimal.valueOf(asOf.plusDays(1).toEpochDay());
    return now().sum(measure).multiply(days).subtract(now().sum(measure + ".moment"));
  }

  /** The same question for the earlier day of a comparison. */
  public Question earlier() {
    if (earlier == null) {
      LocalDate day = since == null ? asOf.minusYears(3) : since;
      earlier = new Question(balances, areas, node, day, null, knownAt, boundaries);
    }
    return earlier;
  }

  /**
   * A measure by community, one of {@link KeptSums#BY_COMMUNITY}; for a place in the line there are
   * no communities to compare.
   */
  public Map<String, BigDecimal> byCommunity(
      String measure, Set<String> sectors, Set<String> types) {
    if (!KeptSums.BY_COMMUNITY.contains(measure)) {
      throw new IllegalArgumentException(measure + " is not kept by community");
    }
    requireItsOwnBoundaries();
    return node.isArea()
        ? balances.byArea(Set.of("COMMUNITY"), node.id(), asOf, measure, sectors, types)
        : Map.of();
  }

  /** The sum of a measure over the townships of some levels. */
  public BigDecimal inTownships(Set<String> levels, String measure, Set<String> sectors) {
    requireItsOwnBoundaries();
    return node.isArea()
        ? balances.byArea(levels, node.id(), asOf, measure, sectors, Set.of()).values().stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
        : null;
  }

  private void requireItsOwnBoundaries() {
    if (boundaries != null) {
      throw new OnlyOnItsOwnBoundaries();
    }
  }
}
