package org.jiceng.reporting.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** The partitions of one replay and how far each has been folded. */
public final class Partitions {
  private static final String UNTIL =
      """
      insert into replay_partition (replay_id, topic, partition_no, until_offset)
      values (?, ?, ?, ?)
      on conflict (replay_id, topic, partition_no) do update
        set until_offset = greatest(replay_partition.until_offset, excluded.until_offset)""";
  private static final String SELECT =
      """
      select topic, partition_no, last_sequence, next_offset, until_offset, events, worker
        from replay_partition where replay_id = ? order by topic, partition_no""";
  private static final String MOVE =
      """
      update replay_partition
         set next_offset = ?, last_sequence = ?, events = events + ?, worker = ?
       where replay_id = ? and topic = ? and partition_no = ? and next_offset = ?""";

  private final UUID replay;
  private final Connection connection;

  public Partitions(UUID replay, Connection connection) {
    this.replay = replay;
    this.connection = connection;
  }

  /** Says where to stop; never before where was said earlier. */
  public void until(Map<TopicPartition, Long> offsets) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UNTIL)) {
      for (var offset : offsets.entrySet()) {
        upsert.setObject(1, replay);
        upsert.setString(2, offset.getKey().topic());
        upsert.setInt(3, offset.getKey().partition());
        upsert.setLong(4, offset.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  public List<PartitionProgress> all() throws SQLException {
    List<PartitionProgress> all = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setObject(1, replay);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(read(rows));
        }
      }
    }
    return all;
  }

  /** Reads topic, number, sequence, offset, end, events and worker, in this order. */
  public static PartitionProgress read(ResultSet row) throws SQLException {
    return new PartitionProgress(
        row.getString(1),
        row.getInt(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getString(7));
  }

  /** Goes on past a batch; false where another has done so already. */
  public boolean move(Batch batch, String worker) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setLong(1, batch.to().nextOffset());
      update.setLong(2, batch.to().lastSequence());
      update.setLong(3, batch.events().size());
      update.setString(4, worker);
      update.setObject(5, replay);
      update.setString(6, batch.to().partition().topic());
      update.setInt(7, batch.to().partition().partition());
      update.setLong(8, batch.from().nextOffset());
      return update.executeUpdate() == 1;
    }
  }
}
