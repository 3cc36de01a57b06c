package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jiceng.events.RecordedEvent;

/**
 * The tree and the territory as they were known, worked out from the events within a knowledge by
 * the classes that keep the live ones, into tables that the connection's transaction drops.
 */
public final class KnownTree {
  /** The schema of a connection's own tables. */
  public static final String OF_CONNECTION = "pg_temp";

  private static final List<String> TABLES =
      List.of("placement", "lineage", "territory", "heir", "area");

  private final String schema;
  private final Connection connection;

  /** Of the projection in a schema. */
  public KnownTree(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  /** The schema in which the tree of a knowledge is found: the projection's own if it is that. */
  public String schemaFor(Knowledge knowledge) throws SQLException {
    EventTable events = new EventTable(schema, connection);
    if (knowledge instanceof Knowledge.Everything || !events.isShapedBeyond(knowledge)) {
      return schema;
    }
    workOut(events.shaping(knowledge));
    return OF_CONNECTION;
  }

  private void workOut(List<RecordedEvent> events) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(
            "create temp table %1$s (like %2$s.%1$s including all) on commit drop"
                .formatted(table, schema));
      }
      Projection.structure(events, OF_CONNECTION, connection);
      statement.execute("analyze pg_temp.lineage");
    }
  }
}
