package org.jiceng.reporting.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.EventTypes;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaEvent;
import org.jiceng.events.RegistryEvent.OrganizationEvent;
import org.jiceng.events.RegistryEvent.ReorganizationDecided;
import org.jiceng.events.Topic;
import org.jiceng.kit.imports.CopyStream;

/** Which events were folded, and what those said that shape the tree and the territory. */
final class EventTable {
  private static final String SHAPING =
      """
      select event_id, sequence, type, effective_on, recorded_at, structure from %s.event e
       where structure is not null and %s order by topic, sequence""";
  private static final String BEYOND = "select exists (select from %s.event e where not (%s)%s)";
  private static final String SHAPING_ONLY = " and structure is not null";

  private final String schema;
  private final Connection connection;

  EventTable(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  void write(List<RecordedEvent> batch) throws SQLException {
    try (CopyStream events =
        CopyStream.into(
            connection,
            schema + ".event",
            "event_id",
            "topic",
            "sequence",
            "type",
            "aggregate_id",
            "effective_on",
            "recorded_at",
            "structure")) {
      for (RecordedEvent event : batch) {
        events
            .add(event.id())
            .add(Topic.of(event.data()))
            .add(event.sequence())
            .add(EventTypes.typeOf(event.data()))
            .add(event.data().aggregateId())
            .add(event.effectiveOn())
            .add(event.recordedAt())
            .add(shapes(event.data()) ? CloudEventCodec.dataToJson(event.data()) : null)
            .endRow();
      }
    }
  }

  static boolean shapes(DomainEvent event) {
    return event instanceof OrganizationEvent
        || event instanceof AreaEvent
        || event instanceof ReorganizationDecided;
  }

  /** Whether anything was folded that shapes tree or territory and lies outside the knowledge. */
  boolean isShapedBeyond(Knowledge knowledge) throws SQLException {
    return isAnyBeyond(knowledge, SHAPING_ONLY);
  }

  /** Whether anything was folded that lies outside the knowledge. */
  boolean isFoldedBeyond(Knowledge knowledge) throws SQLException {
    return isAnyBeyond(knowledge, "");
  }

  private boolean isAnyBeyond(Knowledge knowledge, String which) throws SQLException {
    String sql = BEYOND.formatted(schema, knowledge.condition("e"), which);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** What shapes tree and territory within the knowledge, in the order of the log. */
  List<RecordedEvent> shaping(Knowledge knowledge) throws SQLException {
    List<RecordedEvent> events = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(SHAPING.formatted(schema, knowledge.condition("e")))) {
      while (rows.next()) {
        events.add(event(rows));
      }
    }
    return events;
  }

  private static RecordedEvent event(ResultSet row) throws SQLException {
    return new RecordedEvent(
        row.getObject(1, UUID.class),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getObject(4, LocalDate.class),
        row.getLong(2),
        null,
        null,
        CloudEventCodec.dataFromJson(
            row.getString(3), row.getString(6).getBytes(StandardCharsets.UTF_8)));
  }
}
