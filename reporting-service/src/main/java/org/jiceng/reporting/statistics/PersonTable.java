package org.jiceng.reporting.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jiceng.reporting.figures.Slice;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Formula;
import org.jiceng.reporting.protection.CountTable;
import org.jiceng.reporting.protection.Hidden;
import org.jiceng.reporting.protection.Suppression;

/**
 * A table of persons over areas and, where a figure is of some sectors or types only, over these. A
 * cell is named by its values; a dimension that is left out is summed over.
 */
final class PersonTable {
  private final List<Dimension> order;
  private final List<List<String>> values = new ArrayList<>();
  private final CountTable counts;
  private final Hidden hidden;

  private PersonTable(
      List<Dimension> order, Map<Map<Dimension, String>, Long> cells, Hiding hiding) {
    this.order = order;
    for (Dimension d : order) {
      values.add(List.copyOf(new TreeSet<>(cells.keySet().stream().map(c -> c.get(d)).toList())));
    }
    counts = new CountTable(values.stream().mapToInt(List::size).toArray());
    cells.forEach((cell, count) -> counts.add(numbers(cell), count));
    hidden = hiding.of(this, counts);
  }

  private interface Hiding {
    Hidden of(PersonTable table, CountTable counts);
  }

  /** A table of its own, in the order that breakdowns give their dimensions: both hide the same. */
  static PersonTable over(Formula.Sum figure, String measure, Map<String, Slice> areas, long k) {
    return new PersonTable(
        filters(figure, List.of(), List.of(Dimension.AREA)),
        cells(figure, measure, areas),
        (table, counts) -> Suppression.of(counts, k));
  }

  /** A table over the parts of one area of another table. */
  static PersonTable within(
      PersonTable above,
      String area,
      Formula.Sum figure,
      String measure,
      Map<String, Slice> areas,
      long k) {
    return new PersonTable(
        filters(figure, List.of(Dimension.AREA), List.of()),
        cells(figure, measure, areas),
        (table, counts) ->
            Suppression.within(counts, k, key -> above.isHidden(table.words(key, area))));
  }

  private static List<Dimension> filters(
      Formula.Sum figure, List<Dimension> before, List<Dimension> after) {
    List<Dimension> order = new ArrayList<>(before);
    if (!figure.sectors().isEmpty()) {
      order.add(Dimension.SECTOR);
    }
    if (!figure.types().isEmpty()) {
      order.add(Dimension.ORGANIZATION_TYPE);
    }
    order.addAll(after);
    return order;
  }

  private static Map<Map<Dimension, String>, Long> cells(
      Formula.Sum figure, String measure, Map<String, Slice> areas) {
    Map<Map<Dimension, String>, Long> cells = new java.util.HashMap<>();
    areas.forEach(
        (area, slice) ->
            slice
                .bySectorAndType(measure)
                .forEach(
                    (kind, count) -> {
                      if (count.signum() != 0) {
                        Map<Dimension, String> cell = cell(figure, kind.get(0), kind.get(1));
                        cell.put(Dimension.AREA, area);
                        cells.merge(cell, count.longValueExact(), Long::sum);
                      }
                    }));
    return cells;
  }

  /** The values of those dimensions that a figure is filtered by. */
  static Map<Dimension, String> cell(Formula.Sum figure, String sector, String type) {
    Map<Dimension, String> cell = new EnumMap<>(Dimension.class);
    if (!figure.sectors().isEmpty()) {
      cell.put(Dimension.SECTOR, sector);
    }
    if (!figure.types().isEmpty()) {
      cell.put(Dimension.ORGANIZATION_TYPE, type);
    }
    return cell;
  }

  /** Whether a cell is hidden; what never occurs is none, which is no secret. */
  boolean isHidden(Map<Dimension, String> cell) {
    for (int d = 0; d < order.size(); d++) {
      String value = cell.get(order.get(d));
      if (value != null && !values.get(d).contains(value)) {
        return false;
      }
    }
    return hidden.is(numbers(cell));
  }

  private int[] numbers(Map<Dimension, String> cell) {
    int[] numbers = new int[order.size()];
    Arrays.setAll(
        numbers,
        d ->
            cell.containsKey(order.get(d))
                ? values.get(d).indexOf(cell.get(order.get(d)))
                : CountTable.ALL);
    return numbers;
  }

  /** The cell of a key whose area is another. */
  private Map<Dimension, String> words(int[] key, String area) {
    Map<Dimension, String> words = new EnumMap<>(Dimension.class);
    for (int d = 0; d < key.length; d++) {
      if (key[d] != CountTable.ALL) {
        words.put(order.get(d), values.get(d).get(key[d]));
      }
    }
    words.put(Dimension.AREA, area);
    return words;
  }
}
