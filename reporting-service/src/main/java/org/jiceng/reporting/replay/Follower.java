package org.jiceng.reporting.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jiceng.reporting.ledger.Projection;

/** Brings a second projection to where the live one is, in the transaction of its connection. */
public final class Follower {
  /** How many seconds of silence of the logs are borne, as the fold may be held meanwhile. */
  private static final int PATIENCE = 10;

  private final Projection projection;
  private final Partitions partitions;
  private final String worker;
  private final Connection connection;

  /** Into a projection with its sums, of a replay with these partitions. */
  public Follower(
      Projection projection, Partitions partitions, String worker, Connection connection) {
    this.projection = projection;
    this.partitions = partitions;
    this.worker = worker;
    this.connection = connection;
  }

  /** The partitions that have not been folded as far as was said. */
  public List<PartitionProgress> behind() throws SQLException {
    return partitions.all().stream().filter(p -> p.read() < p.of()).toList();
  }

  /** How many records there are to read. */
  public long left() throws SQLException {
    return behind().stream().mapToLong(p -> p.of() - p.read()).sum();
  }

  public void take(Batch batch) throws SQLException {
    projection.take(batch.events(), connection);
    partitions.move(batch, worker);
  }

  /**
   * Takes everything before these offsets.
   *
   * @throws TimeoutException when the logs fall silent
   */
  public void takeAll(LogReader log, Map<TopicPartition, Long> until, ParkedOffsets parked)
      throws SQLException {
    for (int silent = 0; !log.hasReached(until); silent++) {
      if (silent > PATIENCE) {
        throw new TimeoutException("the logs do not answer");
      }
      for (Batch batch : log.next(until, parked)) {
        take(batch);
        silent = 0;
      }
    }
  }
}
