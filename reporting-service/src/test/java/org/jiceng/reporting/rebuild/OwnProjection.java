package org.jiceng.reporting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.jiceng.reporting.replay.NewProjection;

/** An empty projection for a test alone, with all tables and indexes of the live one. */
public final class OwnProjection {
  private OwnProjection() {}

  /** Makes it, in the transaction of the connection. */
  public static void create(String schema, Connection connection) throws SQLException {
    new NewProjection(schema, LedgerHandler.LIVE, connection).create();
  }

  public static void drop(String schema, Connection connection) throws SQLException {
    run("drop schema " + schema + " cascade", connection);
  }

  private static void run(String sql, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
