package org.jiceng.reporting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.jiceng.reporting.ledger.Projection;
import org.jiceng.reporting.replay.Batch;
import org.jiceng.reporting.replay.Claim;
import org.jiceng.reporting.replay.LogReader;
import org.jiceng.reporting.replay.ParkedOffsets;
import org.jiceng.reporting.replay.PartitionProgress;
import org.jiceng.reporting.replay.Partitions;

/**
 * One worker's part in folding the logs. A partition is one worker's at a time, and moves in the
 * transaction of what was folded: so whoever takes it over goes on exactly there.
 */
final class Gathering {
  private final Rebuilder.Means means;
  private final RunningRebuild rebuild;
  private final BooleanSupplier stopping;
  private final Connection connection;
  private final Partitions partitions;
  private final Projection next;

  Gathering(
      Rebuilder.Means means,
      RunningRebuild rebuild,
      BooleanSupplier stopping,
      Connection connection) {
    this.means = means;
    this.rebuild = rebuild;
    this.stopping = stopping;
    this.connection = connection;
    this.partitions = new Partitions(rebuild.id(), connection);
    this.next = new Projection(means.stage().next());
  }

  /** Folds a partition that nobody is at; false where what is left is others' work. */
  boolean work() throws SQLException {
    List<PartitionProgress> open =
        partitions.all().stream().filter(p -> p.read() < p.of()).toList();
    if (open.isEmpty()) {
      rebuild.enter(Rebuild.Phase.SUMMING, connection);
      connection.commit();
      return true;
    }
    for (PartitionProgress partition : open) {
      Optional<Claim> claim = Claim.of(workOn(partition), connection);
      if (claim.isPresent()) {
        try (Claim mine = claim.get()) {
          fold(partition);
        }
        return true;
      }
    }
    return false;
  }

  private String workOn(PartitionProgress partition) {
    return rebuild.id() + " " + partition.topic() + " " + partition.partition();
  }

  private void fold(PartitionProgress found) throws SQLException {
    PartitionProgress now =
        partitions.all().stream()
            .filter(p -> p.topic().equals(found.topic()) && p.partition() == found.partition())
            .findFirst()
            .orElseThrow();
    Map<TopicPartition, Long> until = Map.of(now.place().partition(), now.of());
    try (LogReader log = new LogReader(means.brokers(), List.of(now.place()), means.batch())) {
      boolean mine = true;
      while (mine && !log.hasReached(until) && !stopping.getAsBoolean()) {
        mine = take(log.next(until, ParkedOffsets.of(means.stage().handler(), connection)));
      }
    }
  }

  private boolean take(List<Batch> batches) throws SQLException {
    boolean mine = rebuild.hold(connection);
    // What a crash of the database takes back it takes back with its position
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local synchronous_commit = off");
    }
    for (Batch batch : batches) {
      if (mine) {
        next.gather(batch.events(), connection);
        mine = partitions.move(batch, means.worker());
      }
    }
    if (mine) {
      connection.commit();
    } else {
      connection.rollback();
    }
    return mine;
  }
}
