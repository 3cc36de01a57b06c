package org.jiceng.kit.imports;

/** Where the errors of one row go. */
public interface RowErrors {
  /**
   * Records that a cell is wrong.
   *
   * @param column the column's name, or null for the row as a whole
   * @param code a key of the XX import-messages-service} (the service's own)
   * @param args what the message mentions; never a personal value, errors are kept
   */
  void add(String column, String code, Object... args);

  /** Whether this row has an error. */
  boolean any();
}
