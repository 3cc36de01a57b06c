package org.jiceng.kit.imports;

/** Where the errors of a whole file go. */
public interface ImportErrors {
  /**
   * Records that a cell is wrong.
   *
   * @param row the row's number in the file, as {@link Row#number}; 0 for the file as a whole
   * @param column the column's name, or null for the row as a whole
   * @param code as in {@link RowErrors#add}
   * @param args what the message mentions; never a personal value, errors are kept
   */
  void add(long row, String column, String code, Object... args);

  /** Whether the file has an error so far. */
  boolean any();
}
