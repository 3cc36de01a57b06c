package org.jiceng.reporting.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A second projection beside another, in a schema of its own: made empty, compared with the other
 * table by table, and where that is wanted put in its place. All within the caller's transactions.
 */
public final class NewProjection {
  /** What is only ever added to gets its indexes when it is full. */
  private static final List<String> FILLED_BARE = List.of("event", "posting");

  private static final List<String> TABLES =
      List.of(
          "event",
          "posting",
          "person",
          "record_state",
          "lineage",
          "placement",
          "territory",
          "series",
          "balance",
          "area",
          "heir",
          "tally");

  private static final String INDEXES =
      "select indexdef from pg_indexes where schemaname = ? and tablename = ?";
  private static final String KEYS =
      """
      select c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid
        join pg_namespace n on n.oid = t.relnamespace
       where c.contype = 'p' and n.nspname = ? and t.relname = ?""";

  private final String schema;
  private final String live;
  private final Connection connection;

  /** In a schema of its own, beside the projection in another schema, {@code live}. */
  public NewProjection(String schema, String live, Connection connection) {
    this.schema = schema;
    this.live = live;
    this.connection = connection;
  }

  /** Makes its tables anew for {@code gather}; {@link #index} gives what is missing. */
  public void createBare() throws SQLException {
    create(FILLED_BARE);
  }

  /** Makes its tables anew, whole, for {@code take}. */
  public void create() throws SQLException {
    create(List.of());
  }

  private void create(List<String> bare) throws SQLException {
    drop();
    run("create schema " + schema);
    for (String table : TABLES) {
      String without = bare.contains(table) ? "excluding indexes" : "";
      run(
          "create table %s.%s (like %s.%s including all %s)"
              .formatted(schema, table, live, table, without));
    }
  }

  /** Gives the ledger the indexes that the live one has, and the planner the numbers of all. */
  public void index() throws SQLException {
    indexLedger();
    analyze();
  }

  /** Gives the ledger its indexes and numbers; others may work on everything else meanwhile. */
  public void indexLedger() throws SQLException {
    for (String table : FILLED_BARE) {
      for (String definition : list(INDEXES, table)) {
        run(
            definition.replace(
                " ON %s.%s ".formatted(live, table), " ON %s.%s ".formatted(schema, table)));
      }
      for (String key : list(KEYS, table)) {
        run(
            "alter table %1$s.%2$s add constraint %3$s primary key using index %3$s"
                .formatted(schema, table, key));
      }
    }
    analyze(FILLED_BARE);
  }

  /** Gives the planner the numbers of everything else. */
  public void analyze() throws SQLException {
    analyze(TABLES.stream().filter(table -> !FILLED_BARE.contains(table)).toList());
  }

  private void analyze(List<String> tables) throws SQLException {
    for (String table : tables) {
      run("analyze " + schema + "." + table);
    }
  }

  private List<String> list(String sql, String table) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, live);
      select.setString(2, table);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  /** How it differs from the other. */
  public TableComparison comparison() {
    return new TableComparison(schema, live, connection);
  }

  /** Puts it in the place of the live one, in the transaction of the connection. */
  public void takeOver() throws SQLException {
    // The ledger first, as every reader does: it waits for them, and they for it, in one order
    run("lock table " + live + ".posting in access exclusive mode");
    run("drop schema " + live + " cascade");
    run("alter schema " + schema + " rename to " + live);
  }

  public void drop() throws SQLException {
    run("drop schema if exists " + schema + " cascade");
  }

  /** Whether its schema is there. */
  public boolean exists() throws SQLException {
    return text("select to_regnamespace('" + schema + "') is not null").equals("t");
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
