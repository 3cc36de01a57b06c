package org.jiceng.kit.rotation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The way through the rows of one table, a batch at a time, in the order of their keys. */
sealed interface Passage permits SealedRows, IndexedRows {
  /**
   * What a batch has done.
   *
   * @param last the key of its last row; null when there were none left
   * @param changed how many rows are under the current key now
   * @param failed how many no key of ours opens
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Batch(String[] last, int changed, int failed) {}

  /** The table, or the column of one. */
  String name();

  /** How many rows need which key. */
  Map<String, Long> uses(Connection connection) throws SQLException;

  /** Takes the next rows that are not under the current key, after one key, in the transaction. */
  Batch next(Connection connection, String[] after, int size) throws SQLException;

  /** How many rows are not under the current key. */
  long remaining(Connection connection) throws SQLException;
}
