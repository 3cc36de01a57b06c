package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.jiceng.events.ActivityEvent.ActivityCounted;
import org.jiceng.events.ActivityEvent.ActivityCountedByArea;
import org.jiceng.events.MemberEvent.MemberCounted;
import org.jiceng.events.MemberEvent.MemberCountedByArea;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.RegistryCounted;
import org.jiceng.events.RegistryEvent.RegistryCountedByArea;
import org.jiceng.events.Topic;

/** What each service counted last, in all and by area. */
final class TallyTable {
  private static final String DISTRICT = "DISTRICT";
  private static final String AREA = "AREA";

  private final String schema;
  private final Connection connection;

  TallyTable(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  /** Takes a tally; any other event leaves no trace here. */
  void take(RecordedEvent event) throws SQLException {
    if (event.data() instanceof RegistryCounted counted) {
      keep(event, DISTRICT, counted.counts());
    } else if (event.data() instanceof MemberCounted counted) {
      keep(event, DISTRICT, counted.counts());
    } else if (event.data() instanceof ActivityCounted counted) {
      keep(event, DISTRICT, counted.counts());
    } else if (event.data() instanceof RegistryCountedByArea counted) {
      keep(event, AREA, counted.counts());
    } else if (event.data() instanceof MemberCountedByArea counted) {
      keep(event, AREA, counted.counts());
    } else if (event.data() instanceof ActivityCountedByArea counted) {
      keep(event, AREA, counted.counts());
    }
  }

  private void keep(RecordedEvent event, String kind, Map<String, Long> counts)
      throws SQLException {
    String sql =
        """
        insert into %s.tally (topic, kind, counted_at, sequence, counts)
        select ?, ?, ?::timestamptz, ?, jsonb_object(?, ?)
        on conflict (topic, kind) do update
          set counted_at = excluded.counted_at, sequence = excluded.sequence,
              counts = excluded.counts
        where excluded.sequence > tally.sequence"""
            .formatted(schema);
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      upsert.setString(1, Topic.of(event.data()).name());
      upsert.setString(2, kind);
      upsert.setString(3, event.recordedAt().toString());
      upsert.setLong(4, event.sequence());
      upsert.setArray(5, connection.createArrayOf("text", counts.keySet().toArray()));
      upsert.setArray(
          6,
          connection.createArrayOf(
              "text", counts.values().stream().map(String::valueOf).toArray()));
      upsert.executeUpdate();
    }
  }
}
