package org.jiceng.reporting.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jiceng.reporting.ledger.KeptSums;

/** One node, one day: what an indicator's formula may ask. Sums are read once and kept. */
public final class Question {
  private final Neighbours neighbours;
  private final Node node;
  private final LocalDate asOf;
  private final LocalDate since;
  private final LocalDate boundaries;
  private final LocalDate placedOn;
  private final Reading reading;
  private Slice slice;
  private Question earlier;
  private Question formerly;

  /** What a formula may ask of the areas around and within its node. */
  public interface Neighbours {
    /** A measure by area, for those of some levels within an area; areas without it are absent. */
    Map<String, BigDecimal> byArea(
        Set<String> levels,
        String within,
        LocalDate asOf,
        String measure,
        Set<String> sectors,
        Set<String> types);

    /** Whether an area lay on a day in a township of one of these levels, or is one. */
    boolean layInTownship(String code, Set<String> levels, LocalDate asOf);
  }

  /** Reads the sums of the node as of a day, where things stood on another, or on that (null). */
  interface Reading {
    Slice of(LocalDate day, LocalDate placedOn);
  }

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
    this(
        sums,
        node,
        asOf,
        since,
        boundaries,
        null,
        (day, placedOn) -> sums.of(node, day, placedOn, boundaries));
  }

  /** The same where what it asks is read in another way, such as for several nodes together. */
  Question(
      Neighbours neighbours,
      Node node,
      LocalDate asOf,
      LocalDate since,
      LocalDate boundaries,
      LocalDate placedOn,
      Reading reading) {
    this.neighbours = neighbours;
    this.node = node;
    this.asOf = asOf;
    this.since = since;
    this.boundaries = boundaries;
    this.placedOn = placedOn;
    this.reading = reading;
  }

  /** The node's sums on the day. */
  public Slice now() {
    if (slice == null) {
      slice = reading.of(asOf, placedOn);
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
      earlier = new Question(neighbours, node, since(), null, boundaries, null, reading);
    }
    return earlier;
  }

  /**
   * The same question for the earlier day about what stands there on the later: what has happened
   * since is what had not happened then, and whoever came with their past did not make it there.
   */
  public Question formerly() {
    if (boundaries != null) {
      return earlier();
    }
    if (formerly == null) {
      formerly = new Question(neighbours, node, since(), null, null, asOf, reading);
    }
    return formerly;
  }

  private LocalDate since() {
    return since == null ? asOf.minusYears(3) : since;
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
    return neighbours.byArea(Set.of("COMMUNITY"), node.id(), asOf, measure, sectors, types);
  }

  /** The sum of a measure over what lies in townships of some levels in an area, or is one. */
  public BigDecimal inTownships(
      Set<String> levels, String measure, Set<String> sectors, Set<String> types) {
    requireItsOwnBoundaries();
    if (!KeptSums.byMonth(node.id())) {
      return neighbours.layInTownship(node.id(), levels, asOf)
          ? now().sum(measure, sectors, types)
          : BigDecimal.ZERO;
    }
    return neighbours.byArea(levels, node.id(), asOf, measure, sectors, types).values().stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void requireItsOwnBoundaries() {
    if (boundaries != null) {
      throw new OnlyOnItsOwnBoundaries();
    }
  }
}
