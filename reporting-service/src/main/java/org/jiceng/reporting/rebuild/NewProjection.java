package org.jiceng.reporting.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The second projection: made empty, compared table by table, and put in the first one's place. */
final class NewProjection {
  static final String SCHEMA = "projection_next";

  private static final List<String> TABLES =
      List.of(
          "event",
          "posting",
          "record_state",
          "lineage",
          "placement",
          "territory",
          "series",
          "balance",
          "area",
          "heir",
          "tally");

  /** What must be equal; zero sums, the numbers of series and finding order do not count. */
  private static final Map<String, String> COMPARED = new LinkedHashMap<>();

  static {
    COMPARED.put("event", "select * from %1$s.event");
    COMPARED.put("posting", "select * from %1$s.posting");
    COMPARED.put("record_state", "select * from %1$s.record_state");
    COMPARED.put("lineage", "select * from %1$s.lineage");
    COMPARED.put("placement", "select * from %1$s.placement");
    COMPARED.put("territory", "select * from %1$s.territory");
    COMPARED.put(
        "balance",
        """
        select s.node_kind, s.node, s.grain, s.measure, s.sector, s.type, b.bucket, b.amount
          from %1$s.balance b join %1$s.series s on s.id = b.series_id where b.amount <> 0""");
    COMPARED.put("area", "select * from %1$s.area");
    COMPARED.put("heir", "select * from %1$s.heir");
    COMPARED.put("tally", "select * from %1$s.tally");
  }

  private final String live;
  private final Connection connection;

  /** Beside the live projection, which is in the given schema. */
  NewProjection(String live, Connection connection) {
    this.live = live;
    this.connection = connection;
  }

  /** Makes its tables; the ledger gets its indexes when it is full. */
  void create() throws SQLException {
    run("drop schema if exists " + SCHEMA + " cascade");
    run("create schema " + SCHEMA);
    for (String table : TABLES) {
      String without = table.equals("posting") ? "excluding indexes" : "";
      run(
          "create table %s.%s (like %s.%s including all %s)"
              .formatted(SCHEMA, table, live, table, without));
    }
  }

  /** Gives the ledger the indexes that the live one has, and the planner its numbers. */
  void index() throws SQLException {
    for (String definition : indexesOfLedger()) {
      run(definition.replace(" ON " + live + ".posting ", " ON " + SCHEMA + ".posting "));
    }
    for (String table : TABLES) {
      run("analyze " + SCHEMA + "." + table);
    }
  }

  private List<String> indexesOfLedger() throws SQLException {
    List<String> definitions = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select indexdef from pg_indexes where schemaname = ? and tablename = 'posting'")) {
      select.setString(1, live);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          definitions.add(rows.getString(1));
        }
      }
    }
    return definitions;
  }

  /**
   * By table, the rows that stand in one projection and not in the other; none if all are equal.
   * Digests tell whether there are any, as most often there are none.
   */
  Map<String, Long> differences() throws SQLException {
    Map<String, Long> differences = new LinkedHashMap<>();
    for (var compared : COMPARED.entrySet()) {
      String mine = compared.getValue().formatted(SCHEMA);
      String theirs = compared.getValue().formatted(live);
      if (!digest(mine).equals(digest(theirs))) {
        differences.put(compared.getKey(), rowsOfOneOnly(mine, theirs));
      }
    }
    return differences;
  }

  /** The number of rows and a sum over the hashes of all, in whatever order they are found. */
  private String digest(String rows) throws SQLException {
    return text(
        """
        select count(*) || ' ' || coalesce(sum(hash_record_extended(r, 0)::numeric), 0)
               || ' ' || coalesce(sum(hash_record_extended(r, 1)::numeric), 0)
          from (%s) r"""
            .formatted(rows));
  }

  private long rowsOfOneOnly(String mine, String live) throws SQLException {
    return Long.parseLong(
        text(
            """
            select (select count(*) from (%1$s except all %2$s) a)
                 + (select count(*) from (%2$s except all %1$s) b)"""
                .formatted(mine, live)));
  }

  /** Puts it in the place of the live one, in the transaction of the connection. */
  void takeOver() throws SQLException {
    // The ledger first, as every reader does: it waits for them, and they for it, in one order
    run("lock table " + live + ".posting in access exclusive mode");
    run("drop schema " + live + " cascade");
    run("alter schema " + SCHEMA + " rename to " + live);
  }

  void drop() throws SQLException {
    run("drop schema if exists " + SCHEMA + " cascade");
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
