package org.jiceng.reporting.breakdown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.protection.CountTable;
import org.jiceng.reporting.protection.Hidden;
import org.jiceng.reporting.protection.Suppression;
import org.jiceng.reporting.statistics.Values;

/** Sums by some dimensions with all their margins: every value that occurs with every other. */
final class Cube {
  private final List<Dimension> by;
  private final List<List<String>> values = new ArrayList<>();
  private final List<Sum> sums;

  /** The dimensions in their own order, whatever the question's is. */
  Cube(List<Dimension> by, List<Sum> sums) {
    this.by = by;
    this.sums = sums;
    for (int d = 0; d < by.size(); d++) {
      int dimension = d;
      values.add(
          List.copyOf(
              new TreeSet<>(sums.stream().map(sum -> sum.values().get(dimension)).toList())));
    }
  }

  /** How many cells it has, with all margins. */
  long size() {
    return values.stream().mapToLong(v -> v.size() + 1).reduce(1, Math::multiplyExact);
  }

  /** All cells, margins first. */
  List<Cell> cells() {
    return cells(key -> false);
  }

  /** All cells, of which those are suppressed that would tell of fewer than k persons. */
  List<Cell> cells(long k) {
    CountTable counts = new CountTable(values.stream().mapToInt(List::size).toArray());
    sums.forEach(sum -> counts.add(key(sum), sum.amount().longValueExact()));
    Hidden hidden = Suppression.of(counts, k);
    return cells(hidden::is);
  }

  private List<Cell> cells(Predicate<int[]> isHidden) {
    Map<List<Integer>, BigDecimal> amounts = amounts();
    List<Cell> cells = new ArrayList<>();
    for (int mask = 0; mask < 1 << by.size(); mask++) {
      for (int[] key : keys(mask)) {
        boolean hidden = isHidden.test(key);
        BigDecimal amount = amounts.getOrDefault(asList(key), BigDecimal.ZERO);
        cells.add(new Cell(words(key), hidden ? null : Values.plain(amount), hidden));
      }
    }
    return cells;
  }

  private Map<List<Integer>, BigDecimal> amounts() {
    Map<List<Integer>, BigDecimal> amounts = new java.util.HashMap<>();
    for (Sum sum : sums) {
      int[] innermost = key(sum);
      for (int mask = 0; mask < 1 << by.size(); mask++) {
        amounts.merge(asList(masked(innermost, mask)), sum.amount(), BigDecimal::add);
      }
    }
    return amounts;
  }

  private int[] key(Sum sum) {
    int[] key = new int[by.size()];
    Arrays.setAll(key, d -> values.get(d).indexOf(sum.values().get(d)));
    return key;
  }

  private static int[] masked(int[] key, int mask) {
    int[] masked = key.clone();
    for (int d = 0; d < key.length; d++) {
      masked[d] = (mask >> d & 1) == 1 ? key[d] : CountTable.ALL;
    }
    return masked;
  }

  private List<int[]> keys(int mask) {
    int[] all = new int[by.size()];
    Arrays.fill(all, CountTable.ALL);
    List<int[]> keys = List.of(all);
    for (int d = 0; d < by.size(); d++) {
      if ((mask >> d & 1) == 1) {
        List<int[]> longer = new ArrayList<>();
        for (int[] key : keys) {
          for (int value = 0; value < values.get(d).size(); value++) {
            int[] one = key.clone();
            one[d] = value;
            longer.add(one);
          }
        }
        keys = longer;
      }
    }
    return keys;
  }

  private Map<String, String> words(int[] key) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int d = 0; d < key.length; d++) {
      if (key[d] != CountTable.ALL) {
        words.put(by.get(d).word(), values.get(d).get(key[d]));
      }
    }
    return words;
  }

  private static List<Integer> asList(int[] key) {
    return Arrays.stream(key).boxed().toList();
  }
}
