package org.jiceng.reporting.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** A measure by sector and type. */
  public Map<List<String>, BigDecimal> bySectorAndType(String measure) {
    return of(measure, Set.of(), Set.of())
        .collect(
            Collectors.groupingBy(
                a -> List.of(a.sector(), a.type()),
                LinkedHashMap::new,
                Collectors.reducing(BigDecimal.ZERO, Amount::value, BigDecimal::add)));
  }

  /** What is left when others, that are a part of it, are taken away. */
  public Slice without(Collection<Slice> parts) {
    List<Amount> left = new ArrayList<>(amounts);
    parts.forEach(
        part ->
            part.amounts.forEach(
                a -> left.add(new Amount(a.measure(), a.sector(), a.type(), a.value().negate()))));
    return new Slice(left);
  }

  private Stream<Amount> of(String measure, Set<String> sectors, Set<String> types) {
    return amounts.stream()
        .filter(a -> a.measure().equals(measure))
        .filter(a -> sectors.isEmpty() || sectors.contains(a.sector()))
        .filter(a -> types.isEmpty() || types.contains(a.type()));
  }
}
