package org.jiceng.reporting.protection;

import java.util.Arrays;
import java.util.List;

/**
 * Between which counts each hidden cell must lie, since counts are not negative and lines sum to
 * their margins: what can be seen line by line.
 */
final class Bounds {
  private static final long UNBOUNDED = Long.MAX_VALUE / 4;
  private static final int MOST_ROUNDS = 40;

  private final Hidden hidden;
  private final long[] least;
  private final long[] most;

  Bounds(CountTable table, Hidden hidden, List<CountTable.Line> lines) {
    this.hidden = hidden;
    this.least = new long[table.cells()];
    this.most = new long[table.cells()];
    Arrays.setAll(least, cell -> hidden.is(cell) ? hidden.leastOf(cell) : table.count(cell));
    Arrays.setAll(most, cell -> hidden.is(cell) ? UNBOUNDED : table.count(cell));
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      changed = false;
      for (CountTable.Line line : lines) {
        changed |= narrow(line);
      }
    }
  }

  /** Whether a hidden cell can be only one of fewer counts than somebody would guess anyway. */
  boolean isNarrow(int cell, long k) {
    return hidden.is(cell)
        && most[cell] < UNBOUNDED
        && most[cell] - least[cell] + 1 < k - hidden.leastOf(cell);
  }

  /** Whether it is this line that lets a cell be no more, or no less. */
  boolean binds(CountTable.Line line, int cell) {
    Sums sums = new Sums(line);
    if (cell == line.margin()) {
      return sums.most <= most[cell] || sums.least >= least[cell];
    }
    return upper(sums, line, cell) <= most[cell] || lower(sums, line, cell) >= least[cell];
  }

  private boolean narrow(CountTable.Line line) {
    Sums sums = new Sums(line);
    boolean changed = set(line.margin(), sums.least, sums.most);
    for (int cell : line.cells()) {
      changed |= set(cell, lower(sums, line, cell), upper(sums, line, cell));
    }
    return changed;
  }

  private long upper(Sums sums, CountTable.Line line, int cell) {
    return most[line.margin()] >= UNBOUNDED
        ? UNBOUNDED
        : most[line.margin()] - (sums.least - least[cell]);
  }

  private long lower(Sums sums, CountTable.Line line, int cell) {
    boolean unbounded = sums.unbounded - (most[cell] >= UNBOUNDED ? 1 : 0) > 0;
    return unbounded
        ? 0
        : least[line.margin()] - (sums.bounded - (most[cell] >= UNBOUNDED ? 0 : most[cell]));
  }

  private boolean set(int cell, long lower, long upper) {
    if (!hidden.is(cell)) {
      return false;
    }
    boolean changed = lower > least[cell] || upper < most[cell];
    least[cell] = Math.max(least[cell], lower);
    most[cell] = Math.min(most[cell], upper);
    return changed;
  }

  /** What a line's cells come to at least and at most, as first seen. */
  private final class Sums {
    private long least;
    private long bounded;
    private int unbounded;
    private final long most;

    Sums(CountTable.Line line) {
      for (int cell : line.cells()) {
        least += Bounds.this.least[cell];
        if (Bounds.this.most[cell] >= UNBOUNDED) {
          unbounded++;
        } else {
          bounded += Bounds.this.most[cell];
        }
      }
      most = unbounded > 0 ? UNBOUNDED : bounded;
    }
  }
}
