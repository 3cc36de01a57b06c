package org.jiceng.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * The events of one partition that a handler could not take, within the transaction that reads it.
 * An event behind a parked one of the same key is parked too, so that order is kept within the key
 * and no other key waits.
 */
final class ParkedEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_REASON = 500;

  private final Connection connection;
  private final String handler;
  private final TopicPartition partition;
  private final Set<String> keys = new HashSet<>();

  /** A parked event as it came. */
  record Entry(long id, ConsumerRecord<String, byte[]> record) {}

  private ParkedEvents(Connection connection, String handler, TopicPartition partition) {
    this.connection = connection;
    this.handler = handler;
    this.partition = partition;
  }

  static ParkedEvents open(Connection connection, String handler, TopicPartition partition)
      throws SQLException {
    ParkedEvents parked = new ParkedEvents(connection, handler, partition);
    String sql =
        """
        select distinct key from inbox_parked
         where handler = ? and topic = ? and partition_no = ? and resolved_at is null""";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, handler);
      select.setString(2, partition.topic());
      select.setInt(3, partition.partition());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          parked.keys.add(rows.getString(1));
        }
      }
    }
    return parked;
  }

  boolean hasBefore(String key) {
    return keys.contains(keyOf(key));
  }

  void add(ConsumerRecord<String, byte[]> record, String reason) throws SQLException {
    String sql =
        """
        insert into inbox_parked (handler, topic, partition_no, offset_no, key, headers, value,
                                  reason, parked_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, now()) on conflict do nothing""";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, handler);
      insert.setString(2, record.topic());
      insert.setInt(3, record.partition());
      insert.setLong(4, record.offset());
      insert.setString(5, keyOf(record.key()));
      insert.setObject(6, headersAsJson(record), Types.OTHER);
      insert.setBytes(7, record.value());
      insert.setString(8, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
      insert.executeUpdate();
    }
    keys.add(keyOf(record.key()));
  }

  List<Entry> waitingOf(String key) throws SQLException {
    String sql =
        """
        select id, offset_no, headers, value from inbox_parked
         where handler = ? and topic = ? and key = ? and resolved_at is null order by offset_no""";
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, handler);
      select.setString(2, partition.topic());
      select.setString(3, key);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(new Entry(rows.getLong(1), asItCame(key, rows)));
        }
      }
    }
    return entries;
  }

  void resolve(long id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update inbox_parked set resolved_at = now() where id = ?")) {
      update.setLong(1, id);
      update.executeUpdate();
    }
  }

  private ConsumerRecord<String, byte[]> asItCame(String key, ResultSet row) throws SQLException {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(
            partition.topic(), partition.partition(), row.getLong(2), key, row.getBytes(4));
    try {
      JSON.readValue(row.getString(3), new TypeReference<Map<String, String>>() {})
          .forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the headers of a parked event are not JSON", e);
    }
    return record;
  }

  private static String headersAsJson(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    try {
      return JSON.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String keyOf(String key) {
    return key == null ? "" : key;
  }
}
