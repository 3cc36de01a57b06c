package org.jiceng.kit.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** How far a handler has read a partition, by Kafka's offset and by the log's own sequence. */
record InboxPosition(String handler, TopicPartition partition, long nextOffset, long lastSequence) {
  private static final String SELECT =
      """
      select next_offset, last_sequence from inbox_position
       where handler = ? and topic = ? and partition_no = ?""";
  private static final String FIRST =
      """
      insert into inbox_position (handler, topic, partition_no, next_offset, last_sequence, read_at)
      values (?, ?, ?, 0, 0, now()) on conflict do nothing""";
  private static final String STORE =
      """
      update inbox_position set next_offset = ?, last_sequence = ?, read_at = now()
       where handler = ? and topic = ? and partition_no = ?""";

  static InboxPosition read(Connection connection, String handler, TopicPartition partition)
      throws SQLException {
    return select(connection, SELECT, handler, partition);
  }

  /** The same, held against every other instance until the transaction ends. */
  static InboxPosition lock(Connection connection, String handler, TopicPartition partition)
      throws SQLException {
    try (PreparedStatement first = connection.prepareStatement(FIRST)) {
      identify(first, 1, handler, partition);
      first.executeUpdate();
    }
    return select(connection, SELECT + " for update", handler, partition);
  }

  private static InboxPosition select(
      Connection connection, String sql, String handler, TopicPartition partition)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      identify(select, 1, handler, partition);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? new InboxPosition(handler, partition, rows.getLong(1), rows.getLong(2))
            : new InboxPosition(handler, partition, 0, 0);
      }
    }
  }

  private static void identify(
      PreparedStatement statement, int from, String handler, TopicPartition partition)
      throws SQLException {
    statement.setString(from, handler);
    statement.setString(from + 1, partition.topic());
    statement.setInt(from + 2, partition.partition());
  }

  /** Whether some of the records were applied already, by this or by another instance. */
  boolean isPast(List<ConsumerRecord<String, byte[]>> records) {
    return nextOffset > records.get(0).offset();
  }

  InboxPosition sawSequence(long sequence) {
    return new InboxPosition(handler, partition, nextOffset, sequence);
  }

  InboxPosition after(List<ConsumerRecord<String, byte[]>> records) {
    long next = records.get(records.size() - 1).offset() + 1;
    return new InboxPosition(handler, partition, next, lastSequence);
  }

  void store(Connection connection) throws SQLException {
    try (PreparedStatement store = connection.prepareStatement(STORE)) {
      store.setLong(1, nextOffset);
      store.setLong(2, lastSequence);
      identify(store, 3, handler, partition);
      store.executeUpdate();
    }
  }
}
