package org.jiceng.reporting.protection;

import java.util.function.Predicate;

/**
 * Hides in a table of persons what would tell of few of them, and as much more as it takes that it
 * cannot be worked out from the rest. What is hidden of a margin does not depend on the table that
 * it is a margin of: so tables over different dimensions tell no more than each by itself.
 */
public final class Suppression {
  private final CountTable table;
  private final long k;
  private final int settled;
  private final Predicate<int[]> isHidden;
  private final Hidden hidden;

  private Suppression(CountTable table, long k, int settled, Predicate<int[]> isHidden) {
    this.table = table;
    this.k = k;
    this.settled = settled;
    this.isHidden = isHidden;
    this.hidden = new Hidden(table);
  }

  /**
   * What is hidden of a table.
   *
   * @param k the smallest count of persons that is shown, besides none
   */
  public static Hidden of(CountTable table, long k) {
    return new Suppression(table, k, -1, key -> false).run();
  }

  /**
   * The same for a table that opens a cell of another: what is summed over its first dimension is a
   * part of that one, which has decided what is hidden of it.
   *
   * @param isHidden whether a cell is hidden, by its key, the first of which is {@link
   *     CountTable#ALL}
   */
  public static Hidden within(CountTable table, long k, Predicate<int[]> isHidden) {
    return new Suppression(table, k, table.innermost() & ~1, isHidden).run();
  }

  private Hidden run() {
    for (int dimensions = 0; dimensions <= table.dimensions(); dimensions++) {
      for (int mask = 0; mask <= table.innermost(); mask++) {
        if (Integer.bitCount(mask) == dimensions) {
          level(mask);
        }
      }
    }
    return hidden;
  }

  private void level(int mask) {
    if (settled >= 0 && (mask & settled) == mask) {
      copyFromElsewhere(mask);
      return;
    }
    for (int d = 0; d < table.dimensions(); d++) {
      if (CountTable.has(mask, d) && table.valuesOf(d) == 1) {
        copyFromMargin(mask, d);
        return;
      }
    }
    new Level(table, mask, hidden, k).choose();
  }

  private void copyFromElsewhere(int mask) {
    for (int cell = table.first(mask); cell < table.end(mask); cell++) {
      if (isHidden.test(table.key(mask, cell))) {
        hidden.hide(cell);
      }
    }
  }

  /** With only one value in a dimension, a cell is its margin. */
  private void copyFromMargin(int mask, int dimension) {
    for (int cell = table.first(mask); cell < table.end(mask); cell++) {
      if (hidden.is(table.margin(mask, cell, dimension))) {
        hidden.hide(cell);
      }
    }
  }
}
