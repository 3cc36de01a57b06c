package org.jiceng.reporting.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiceng.events.ActivityEvent.AttendanceEvent;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent;
import org.jiceng.events.RecordedEvent;

/** The states of a batch's records, read at once and written at once. */
final class RecordStates {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, RecordState> states = new HashMap<>();
  private final String schema;

  private RecordStates(String schema) {
    this.schema = schema;
  }

  static RecordStates of(List<RecordedEvent> batch, String schema, Connection connection)
      throws SQLException {
    RecordStates states = new RecordStates(schema);
    Set<String> ids = new LinkedHashSet<>();
    for (RecordedEvent event : batch) {
      if (needsState(event.data())) {
        ids.add(record(event.data()));
      }
    }
    states.read(ids, connection);
    return states;
  }

  /** The state of the record that an event speaks of. */
  RecordState of(DomainEvent event) {
    return states.computeIfAbsent(record(event), id -> new RecordState(Map.of()));
  }

  /** An activity and who attends it are one record: they share one order. */
  private static String record(DomainEvent event) {
    return event instanceof AttendanceEvent ? event.partitionKey() : event.aggregateId();
  }

  /** Everything that the member service tells is complete in itself. */
  private static boolean needsState(DomainEvent event) {
    return !(event instanceof MemberEvent);
  }

  private void read(Set<String> ids, Connection connection) throws SQLException {
    String sql =
        "select record_id, state from " + schema + ".record_state where record_id = any (?)";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          states.put(rows.getString(1), new RecordState(parse(rows.getString(2))));
        }
      }
    }
  }

  void store(Connection connection) throws SQLException {
    List<String> ids = new ArrayList<>();
    List<String> values = new ArrayList<>();
    states.forEach(
        (id, state) -> {
          if (state.isChanged()) {
            ids.add(id);
            values.add(write(state.values()));
          }
        });
    if (ids.isEmpty()) {
      return;
    }
    String sql =
        """
        insert into %s.record_state (record_id, state)
        select id, state::jsonb from unnest(?::varchar[], ?::text[]) v (id, state) order by id
        on conflict (record_id) do update set state = excluded.state"""
            .formatted(schema);
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      upsert.setArray(1, texts(connection, ids));
      upsert.setArray(2, texts(connection, values));
      upsert.executeUpdate();
    }
  }

  private static Array texts(Connection connection, List<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  private static Map<String, String> parse(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the state of a record is not what was written", e);
    }
  }

  private static String write(Map<String, String> state) {
    try {
      return JSON.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
