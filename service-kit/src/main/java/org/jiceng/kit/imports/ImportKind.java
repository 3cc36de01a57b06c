package org.jiceng.kit.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One kind of file that a service takes in; a bean. */
public interface ImportKind {
  /** The plural under which files are posted, for example {@code members}. */
  String name();

  /** The columns that the header may have. */
  List<Column> columns();

  /**
   * Begins to take in one file. All of it happens in one transaction, on the given connection (also
   * the one that injected data sources and the outbox use meanwhile); any error or a dry run rolls
   * it back.
   */
  ImportSession open(Connection connection, ImportContext context) throws SQLException;
}
