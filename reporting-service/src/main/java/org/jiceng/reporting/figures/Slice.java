package org.jiceng.reporting.figures;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * All sums of one node as of one day, by measure and by the sector and type of the organisation.
 */
public final class Slice {
  private final List<Amount> amounts;

  /** One sum. */
  record Amount(String measure, String sector, String type, BigDecimal value) {}

  Slice(List<Amount> amounts) {
    this.amounts = amounts;
  }

  /** Whether nothing had happened there by that day. */
  public boolean isEmpty() {
    return amounts.isEmpty();
  }

  /** The sum of a measure over all organisations. */
  public BigDecimal sum(String measure) {
    return sum(measure, Set.of(), Set.of());
  }

  /** The sum of a measure over organisations of these sectors and types; an empty set is any. */
  public BigDecimal sum(String measure, Set<String> sectors, Set<String> types) {
    return amounts.stream()
        .filter(a -> a.measure().equals(measure))
        .filter(a -> sectors.isEmpty() || sectors.contains(a.sector()))
        .filter(a -> types.isEmpty() || types.contains(a.type()))
        .map(Amount::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of several measures. */
  public BigDecimal total(String... measures) {
    return Arrays.stream(measures).map(this::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
