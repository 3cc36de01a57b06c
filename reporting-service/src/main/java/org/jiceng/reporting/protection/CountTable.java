package org.jiceng.reporting.protection;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts over some dimensions with all their margins. A cell is named by the number of its value in
 * each dimension, or {@link #ALL} where a dimension is summed over. A set of dimensions is a bit
 * mask, by the order of the dimensions.
 */
public final class CountTable {
  /** Summed over all values of a dimension. */
  public static final int ALL = -1;

  private final int[] sizes;
  private final int[] offsets;
  private final long[] counts;

  /**
   * An empty table.
   *
   * @param sizes how many values each dimension has
   */
  public CountTable(int... sizes) {
    this.sizes = sizes.clone();
    this.offsets = new int[(1 << sizes.length) + 1];
    for (int mask = 0; mask < offsets.length - 1; mask++) {
      offsets[mask + 1] = Math.addExact(offsets[mask], size(mask));
    }
    this.counts = new long[offsets[offsets.length - 1]];
  }

  /** The cells of one line along a dimension, and the cell that they sum to. */
  record Line(int[] cells, int margin) {}

  /** Adds so many to an innermost cell and to all margins that it counts in. */
  public void add(int[] key, long count) {
    for (int mask = 0; mask <= innermost(); mask++) {
      int cell = cell(mask, key);
      counts[cell] = Math.addExact(counts[cell], count);
    }
  }

  /** The count of a cell. */
  public long count(int[] key) {
    return counts[cell(key)];
  }

  /** How many dimensions there are. */
  public int dimensions() {
    return sizes.length;
  }

  int innermost() {
    return (1 << sizes.length) - 1;
  }

  int valuesOf(int dimension) {
    return sizes[dimension];
  }

  private int size(int mask) {
    int cells = 1;
    for (int d = 0; d < sizes.length; d++) {
      cells = has(mask, d) ? Math.multiplyExact(cells, sizes[d]) : cells;
    }
    return cells;
  }

  /** How many cells there are, on all levels. */
  int cells() {
    return counts.length;
  }

  int first(int mask) {
    return offsets[mask];
  }

  int end(int mask) {
    return offsets[mask + 1];
  }

  long count(int cell) {
    return counts[cell];
  }

  int cell(int[] key) {
    int mask = 0;
    for (int d = 0; d < sizes.length; d++) {
      mask |= key[d] == ALL ? 0 : 1 << d;
    }
    return cell(mask, key);
  }

  private int cell(int mask, int[] key) {
    int at = 0;
    for (int d = 0; d < sizes.length; d++) {
      if (has(mask, d)) {
        at = at * sizes[d] + key[d];
      }
    }
    return offsets[mask] + at;
  }

  /** How far apart two cells of a level are that are neighbours in a dimension. */
  int stride(int mask, int dimension) {
    int stride = 1;
    for (int d = dimension + 1; d < sizes.length; d++) {
      stride *= has(mask, d) ? sizes[d] : 1;
    }
    return stride;
  }

  /** The number of a cell's value in a dimension of its level. */
  int value(int mask, int cell, int dimension) {
    return (cell - offsets[mask]) / stride(mask, dimension) % sizes[dimension];
  }

  /** The cell of a level's margin that a cell counts in, with one dimension less. */
  int margin(int mask, int cell, int dimension) {
    int stride = stride(mask, dimension);
    int at = cell - offsets[mask];
    return offsets[mask & ~(1 << dimension)]
        + at / (stride * sizes[dimension]) * stride
        + at % stride;
  }

  /** A cell of a level by its key. */
  int[] key(int mask, int cell) {
    int[] key = new int[sizes.length];
    for (int d = 0; d < sizes.length; d++) {
      key[d] = has(mask, d) ? value(mask, cell, d) : ALL;
    }
    return key;
  }

  /** All lines of a level, along each of its dimensions. */
  List<Line> lines(int mask) {
    List<Line> lines = new ArrayList<>();
    for (int d = 0; d < sizes.length; d++) {
      if (has(mask, d)) {
        for (int cell = first(mask); cell < end(mask); cell++) {
          if (value(mask, cell, d) == 0) {
            lines.add(line(mask, cell, d));
          }
        }
      }
    }
    return lines;
  }

  private Line line(int mask, int start, int dimension) {
    int[] cells = new int[sizes[dimension]];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = start + i * stride(mask, dimension);
    }
    return new Line(cells, margin(mask, start, dimension));
  }

  static boolean has(int mask, int dimension) {
    return (mask >> dimension & 1) == 1;
  }
}
