package org.jiceng.kit.imports;

import java.sql.SQLException;

/**
 * The taking in of one file: rows one by one, as they come off the stream, then everything at once.
 */
public interface ImportSession extends AutoCloseable {
  /**
   * Takes one row: parses it, stages it (see {@link CopyStream}) when it is good. What is wrong
   * goes to {@code errors} and need not throw (a {@code Problem} thrown becomes an error of the
   * row).
   */
  void row(Row row, RowErrors errors) throws SQLException;

  /**
   * Checks what only the whole file can show, set-based, then moves what was staged to where it
   * belongs and to the outbox. Also called when rows had errors, so that the sender learns all at
   * once; what it writes is then rolled back, and it may skip the writing when {@code
   * errors.any()}.
   */
  void finish(ImportErrors errors) throws SQLException;

  /** Lets go of what the session holds beside its connection. */
  @Override
  default void close() throws SQLException {}
}
