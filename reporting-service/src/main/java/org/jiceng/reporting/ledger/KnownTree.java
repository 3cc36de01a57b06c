package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationEvent;

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

  /** Whether nothing was folded that lies outside the knowledge. */
  public boolean isEverything(Knowledge knowledge) throws SQLException {
    return knowledge instanceof Knowledge.Everything
        || !new EventTable(schema, connection).isFoldedBeyond(knowledge);
  }

  /** The schema in which the tree of a knowledge is found: the projection's own if it is that. */
  public String schemaFor(Knowledge knowledge) throws SQLException {
    EventTable events = new EventTable(schema, connection);
    if (!events.isShapedBeyond(knowledge)) {
      return schema;
    }
    workOut(ofKnownOrganizations(events.shaping(knowledge)));
    return OF_CONNECTION;
  }

  /** Clocks of instances differ: a change may be recorded before what it changes. */
  private static List<RecordedEvent> ofKnownOrganizations(List<RecordedEvent> events) {
    Set<String> established =
        events.stream()
            .filter(e -> e.data() instanceof OrganizationEstablished)
            .map(e -> e.data().aggregateId())
            .collect(Collectors.toSet());
    return events.stream()
        .filter(
            e ->
                !(e.data() instanceof OrganizationEvent)
                    || established.contains(e.data().aggregateId()))
        .toList();
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
