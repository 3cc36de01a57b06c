package org.jiceng.reporting.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The records that the live fold could not take and put aside: no other fold takes them either. */
public final class ParkedOffsets {
  private static final String WAITING =
      """
      select topic, partition_no, offset_no from inbox_parked
       where handler = ? and resolved_at is null""";

  private final Map<TopicPartition, Set<Long>> offsets = new HashMap<>();

  private ParkedOffsets() {}

  /** None at all. */
  public static ParkedOffsets none() {
    return new ParkedOffsets();
  }

  /** Those of a handler that still wait. */
  public static ParkedOffsets of(String handler, Connection connection) throws SQLException {
    ParkedOffsets parked = new ParkedOffsets();
    try (PreparedStatement select = connection.prepareStatement(WAITING)) {
      select.setString(1, handler);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          TopicPartition partition = new TopicPartition(rows.getString(1), rows.getInt(2));
          parked.offsets.computeIfAbsent(partition, p -> new HashSet<>()).add(rows.getLong(3));
        }
      }
    }
    return parked;
  }

  boolean contains(TopicPartition partition, long offset) {
    return offsets.getOrDefault(partition, Set.of()).contains(offset);
  }
}
