package org.jiceng.reporting.protection;

import java.util.BitSet;

/** Which cells of a table are hidden. */
public final class Hidden {
  private final CountTable table;
  private final BitSet cells = new BitSet();
  private final BitSet amongZeros = new BitSet();

  Hidden(CountTable table) {
    this.table = table;
  }

  /** Whether a cell is hidden; its key as in {@link CountTable}. */
  public boolean is(int[] key) {
    return cells.get(table.cell(key));
  }

  boolean is(int cell) {
    return cells.get(cell);
  }

  void hide(int cell) {
    cells.set(cell);
  }

  /** Sees in which lines nobody knows any more which of the hidden cells are zeros. */
  void seeZeros(Iterable<CountTable.Line> lines) {
    for (CountTable.Line line : lines) {
      int shown = 0;
      int zeros = 0;
      for (int cell : line.cells()) {
        shown += cells.get(cell) ? 0 : 1;
        zeros += cells.get(cell) && table.count(cell) == 0 ? 1 : 0;
      }
      if (shown == 0 || 2 * zeros >= line.cells().length - shown) {
        for (int cell : line.cells()) {
          amongZeros.set(cell);
        }
      }
    }
  }

  /**
   * What a hidden cell is known to count at least: one, as zeros are shown; none, where as many of
   * those around it are zeros.
   */
  long leastOf(int cell) {
    return amongZeros.get(cell) ? 0 : 1;
  }
}
