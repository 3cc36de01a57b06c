package org.jiceng.reporting.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The boxes in which a cell of a level is a corner: one further value in each dimension. Persons
 * that change places around a box leave every margin as it is; so a cell with such a box of hidden
 * corners is not told by anything.
 */
final class Boxes {
  static final long NEVER = Long.MAX_VALUE;

  private final CountTable table;
  private final int mask;
  private final int[] dimensions;

  Boxes(CountTable table, int mask) {
    this.table = table;
    this.mask = mask;
    int[] all = new int[Integer.bitCount(mask)];
    int count = 0;
    for (int d = 0; d < table.dimensions(); d++) {
      if (CountTable.has(mask, d)) {
        all[count++] = d;
      }
    }
    this.dimensions = all;
  }

  /** What it costs that a cell is a corner, {@link #NEVER} if it cannot be. */
  interface Cost {
    /**
     * The cost of a corner.
     *
     * @param odd whether persons leave it when others come to the cell
     */
    long of(int corner, boolean odd);
  }

  /** The corners of the box that costs least, the cell first; empty where none is allowed. */
  Optional<List<Integer>> cheapest(int cell, Cost cost) {
    Search search = new Search(cost);
    search.extend(0, List.of(cell), 0);
    return Optional.ofNullable(search.best);
  }

  /** A walk through the boxes, dimension by dimension, that leaves what has become too dear. */
  private final class Search {
    private final Cost cost;
    private List<Integer> best;
    private long bestCost = Long.MAX_VALUE;

    Search(Cost cost) {
      this.cost = cost;
    }

    void extend(int depth, List<Integer> corners, long costs) {
      if (depth == dimensions.length) {
        best = corners;
        bestCost = costs;
        return;
      }
      int dimension = dimensions[depth];
      int here = table.value(mask, corners.get(0), dimension);
      int stride = table.stride(mask, dimension);
      for (int v = 0; v < table.valuesOf(dimension) && bestCost > costs; v++) {
        long more = v == here ? -1 : costOf(corners, (v - here) * stride);
        if (more >= 0 && costs + more < bestCost) {
          extend(depth + 1, withShifted(corners, (v - here) * stride), costs + more);
        }
      }
    }

    private long costOf(List<Integer> corners, int shift) {
      long sum = 0;
      for (int i = 0; i < corners.size(); i++) {
        long one = cost.of(corners.get(i) + shift, Integer.bitCount(i) % 2 == 0);
        if (one == NEVER) {
          return -1;
        }
        sum += one;
      }
      return sum;
    }
  }

  private static List<Integer> withShifted(List<Integer> corners, int shift) {
    List<Integer> all = new ArrayList<>(corners);
    corners.forEach(corner -> all.add(corner + shift));
    return all;
  }
}
