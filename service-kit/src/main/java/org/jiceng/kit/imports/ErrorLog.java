package org.jiceng.kit.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The errors of a file: the first ten thousand in full, of the others which rows have them. */
final class ErrorLog implements ImportErrors {
  private static final int KEPT = 10_000;
  private static final int LONGEST_ARGUMENT = 200;

  /** One error. */
  record Entry(long row, String column, String code, List<String> args) {}

  private final List<Entry> entries = new ArrayList<>();
  private final BitSet rows = new BitSet();
  private boolean any;

  @Override
  public void add(long row, String column, String code, Object... args) {
    any = true;
    rows.set((int) Math.min(row, Integer.MAX_VALUE));
    if (entries.size() < KEPT) {
      List<String> words = new ArrayList<>(args.length);
      for (Object arg : args) {
        String word = String.valueOf(arg);
        words.add(word.substring(0, Math.min(word.length(), LONGEST_ARGUMENT)));
      }
      entries.add(new Entry(row, column, code, words));
    }
  }

  @Override
  public boolean any() {
    return any;
  }

  List<Entry> entries() {
    return entries;
  }

  /** How many rows have an error; the header and the file as a whole are none. */
  long rejectedRows() {
    return rows.cardinality() - (rows.get(0) ? 1 : 0) - (rows.get((int) Header.ROW) ? 1 : 0);
  }

  /** The view of one row on this log. */
  RowErrors of(long row) {
    return new RowErrors() {
      private boolean bad;

      @Override
      public void add(String column, String code, Object... args) {
        bad = true;
        ErrorLog.this.add(row, column, code, args);
      }

      @Override
      public boolean any() {
        return bad;
      }
    };
  }
}
