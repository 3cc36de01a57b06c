package org.jiceng.reporting.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    return of(measure, sectors, types).map(Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether anything of the measure ever counted in organisations of these sectors and types. */
  boolean has(String measure, Set<String> sectors, Set<String> types) {
    return of(measure, sectors, types).findAny().isPresent();
  }

  private Stream<Amount> of(String measure, Set<String> sectors, Set<String> types) {
    return amounts.stream()
        .filter(a -> a.measure().equals(measure))
        .filter(a -> sectors.isEmpty() || sectors.contains(a.sector()))
        .filter(a -> types.isEmpty() || types.contains(a.type()));
  }
}
