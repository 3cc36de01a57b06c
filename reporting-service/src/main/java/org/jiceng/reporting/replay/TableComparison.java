package org.jiceng.reporting.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two projections of the same events, table by table, in one snapshot. */
public final class TableComparison {
  /** What must be equal; zero sums, the numbers of series and finding order do not count. */
  private static final Map<String, String> COMPARED = new LinkedHashMap<>();

  static {
    COMPARED.put("event", "select * from %1$s.event");
    COMPARED.put("posting", "select * from %1$s.posting");
    COMPARED.put("person", "select * from %1$s.person");
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

  private final String schema;
  private final String live;
  private final Connection connection;

  TableComparison(String schema, String live, Connection connection) {
    this.schema = schema;
    this.live = live;
    this.connection = connection;
  }

  /**
   * By table, the rows that stand in one projection and not in the other; none if all are equal.
   * Digests tell whether there are any, as most often there are none.
   */
  public Map<String, Long> differences() throws SQLException {
    return differences(digests());
  }

  /** The same from digests that were taken in the same snapshot. */
  public Map<String, Long> differences(Map<String, Digests> digests) throws SQLException {
    Map<String, Long> differences = new LinkedHashMap<>();
    for (var table : digests.entrySet()) {
      if (!table.getValue().equal()) {
        String rows = COMPARED.get(table.getKey());
        differences.put(
            table.getKey(), rowsOfOneOnly(rows.formatted(schema), rows.formatted(live)));
      }
    }
    return differences;
  }

  /**
   * A table's digest in this projection and in the other: the number of rows and the sum of the
   * hashes of all, in whatever order they are found.
   */
  @Schema(name = "TableDigests")
  public record Digests(String here, String live) {
    public boolean equal() {
      return here.equals(live);
    }
  }

  /** The digests of every table that must be equal. */
  public Map<String, Digests> digests() throws SQLException {
    Map<String, Digests> digests = new LinkedHashMap<>();
    for (var compared : COMPARED.entrySet()) {
      String rows = compared.getValue();
      digests.put(
          compared.getKey(),
          new Digests(digest(rows.formatted(schema)), digest(rows.formatted(live))));
    }
    return digests;
  }

  private String digest(String rows) throws SQLException {
    return text(
        """
        select count(*) || ' ' || coalesce(sum(hash_record_extended(r, 0)::numeric), 0) from (%s) r"""
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

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
