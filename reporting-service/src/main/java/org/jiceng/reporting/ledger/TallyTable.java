package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.ServiceTally;
import org.jiceng.events.Topic;

/** What each service counted last, in all and by area, and of which events. */
final class TallyTable {
  private final String schema;
  private final Connection connection;

  TallyTable(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  /** Takes a tally; any other event leaves no trace here. */
  void take(RecordedEvent event) throws SQLException {
    if (event.data() instanceof ServiceTally.OfNamedEvents tally) {
      keep(event, tally, tally.countedThrough(), tally.alsoCounted());
    } else if (event.data() instanceof ServiceTally tally) {
      keep(event, tally, event.sequence(), List.of());
    }
  }

  private void keep(
      RecordedEvent event, ServiceTally tally, long countedThrough, List<UUID> alsoCounted)
      throws SQLException {
    String sql =
        """
        insert into %s.tally (topic, kind, counted_at, sequence, counts,
                              counted_on, counted_through, also_counted)
        select ?, ?, ?::timestamptz, ?, jsonb_object(?, ?), ?, ?, ?
        on conflict (topic, kind) do update
          set counted_at = excluded.counted_at, sequence = excluded.sequence,
              counts = excluded.counts, counted_on = excluded.counted_on,
              counted_through = excluded.counted_through, also_counted = excluded.also_counted
        where excluded.sequence > tally.sequence"""
            .formatted(schema);
    Map<String, Long> counts = tally.counts();
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      upsert.setString(1, Topic.of(event.data()).name());
      upsert.setString(2, tally instanceof ServiceTally.ByTownship ? "AREA" : "DISTRICT");
      upsert.setString(3, event.recordedAt().toString());
      upsert.setLong(4, event.sequence());
      upsert.setArray(5, connection.createArrayOf("text", counts.keySet().toArray()));
      upsert.setArray(
          6,
          connection.createArrayOf(
              "text", counts.values().stream().map(String::valueOf).toArray()));
      upsert.setObject(7, event.effectiveOn());
      upsert.setLong(8, countedThrough);
      upsert.setArray(9, connection.createArrayOf("uuid", alsoCounted.toArray()));
      upsert.executeUpdate();
    }
  }
}
