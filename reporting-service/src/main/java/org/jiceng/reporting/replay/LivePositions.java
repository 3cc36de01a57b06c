package org.jiceng.reporting.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far a handler's fold has come, as it stands in the snapshot of a connection. */
public final class LivePositions {
  private static final String SELECT =
      "select topic, partition_no, next_offset from inbox_position where handler = ?";

  private LivePositions() {}

  /** By partition, the offset of the first record that was not folded yet. */
  public static Map<TopicPartition, Long> of(String handler, Connection connection)
      throws SQLException {
    Map<TopicPartition, Long> positions = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, handler);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
        }
      }
    }
    return positions;
  }
}
