package org.jiceng.reporting.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jiceng.reporting.ledger.KeptSums;

/** One node, one day: what an indicator's formula may ask. Sums are read once and kept. */
public final class Question {
  private final Sums sums;
  private final Node node;
  private final LocalDate asOf;
  private final LocalDate since;
  private final LocalDate boundaries;
  private final Function<LocalDate, Slice> reading;
  private Slice slice;
  private Question earlier;

  /** What cannot be asked on other boundaries than those of the day. */
  public static final class OnlyOnItsOwnBoundaries extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * About one node.
   *
   * @param since the earlier day of a comparison; null for three years before
   * @param boundaries the day whose boundaries hold; null for those of the day asked about
   */
  public Question(Sums sums, Node node, LocalDate asOf, LocalDate since, LocalDate boundaries) {
    this(sums, node, asOf, since, boundaries, day -> sums.of(node, day, boundaries));
  }

  /** The same where the sums of several nodes are read together, by day. */
  public Question(
      Sums sums,
      Node node,
      LocalDate asOf,
      LocalDate since,
      LocalDate boundaries,
      Function<LocalDate, Slice> reading) {
    this.sums = sums;
    this.node = node;
    this.asOf = asOf;
    this.since = since;
    this.boundaries = boundaries;
    this.reading = reading;
  }

  /** The node's sums on the day. */
  public Slice now() {
    if (slice == null) {
      slice = reading.apply(asOf);
    }
    return slice;
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
      earlier = new Question(sums, node, day, null, boundaries, reading);
    }
    return earlier;
  }

  /** Whether the node is in the territory: a place in the line has no communities to compare. */
  public boolean isOfArea() {
    return node.isArea();
  }

  /** A measure by community of an area, one of {@link KeptSums#BY_COMMUNITY}. */
  public Map<String, BigDecimal> byCommunity(
      String measure, Set<String> sectors, Set<String> types) {
    if (!KeptSums.BY_COMMUNITY.contains(measure)) {
      throw new IllegalArgumentException(measure + " is not kept by community");
    }
    requireItsOwnBoundaries();
    return sums.byArea(Set.of("COMMUNITY"), node.id(), asOf, measure, sectors, types);
  }

  /** The sum of a measure over what lies in townships of some levels in an area. */
  public BigDecimal inTownships(
      Set<String> levels, String measure, Set<String> sectors, Set<String> types) {
    requireItsOwnBoundaries();
    if (!KeptSums.inArea(node.id())) {
      return sums.layInTownship(node.id(), levels, asOf)
          ? now().sum(measure, sectors, types)
          : BigDecimal.ZERO;
    }
    return sums.byArea(levels, node.id(), asOf, measure, sectors, types).values().stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void requireItsOwnBoundaries() {
    if (boundaries != null) {
      throw new OnlyOnItsOwnBoundaries();
    }
  }
}
