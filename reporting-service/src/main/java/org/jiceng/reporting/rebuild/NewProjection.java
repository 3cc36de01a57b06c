package org.jiceng.reporting.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiceng.reporting.ledger.LedgerHandler;

/** The second projection: made empty, compared table by table, and put in the first one's place. */
final class NewProjection {
  static final String SCHEMA = "projection_next";

  /** Each table with the columns that must be equal; zero sums and finding order do not count. */
  private static final Map<String, String> COMPARED = new LinkedHashMap<>();

  static {
    COMPARED.put("posting", "select * from %s.posting");
    COMPARED.put("record_state", "select * from %s.record_state");
    COMPARED.put("lineage", "select * from %s.lineage");
    COMPARED.put("placement", "select * from %s.placement");
    COMPARED.put("balance", "select * from %s.balance where amount <> 0");
    COMPARED.put("area", "select * from %s.area");
    COMPARED.put("tally", "select * from %s.tally");
  }

  private final Connection connection;

  NewProjection(Connection connection) {
    this.connection = connection;
  }

  void create() throws SQLException {
    run("drop schema if exists " + SCHEMA + " cascade");
    run("create schema " + SCHEMA);
    for (String table : COMPARED.keySet()) {
      run(
          "create table %s.%s (like %s.%s including all)"
              .formatted(SCHEMA, table, LedgerHandler.LIVE, table));
    }
  }

  /**
   * By table, the rows that stand in one projection and not in the other; none if all are equal.
   */
  Map<String, Long> differences() throws SQLException {
    Map<String, Long> differences = new LinkedHashMap<>();
    for (var compared : COMPARED.entrySet()) {
      String mine = compared.getValue().formatted(SCHEMA);
      String live = compared.getValue().formatted(LedgerHandler.LIVE);
      long count =
          number(
              """
              select (select count(*) from (%1$s except all %2$s) a)
                   + (select count(*) from (%2$s except all %1$s) b)"""
                  .formatted(mine, live));
      if (count > 0) {
        differences.put(compared.getKey(), count);
      }
    }
    return differences;
  }

  /** Puts it in the place of the live one, in the transaction of the connection. */
  void takeOver() throws SQLException {
    run("drop schema " + LedgerHandler.LIVE + " cascade");
    run("alter schema " + SCHEMA + " rename to " + LedgerHandler.LIVE);
  }

  void drop() throws SQLException {
    run("drop schema if exists " + SCHEMA + " cascade");
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
