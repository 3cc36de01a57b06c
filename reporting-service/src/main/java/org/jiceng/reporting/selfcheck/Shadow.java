package org.jiceng.reporting.selfcheck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jiceng.reporting.ledger.Projection;
import org.jiceng.reporting.replay.Batch;
import org.jiceng.reporting.replay.Follower;
import org.jiceng.reporting.replay.LivePositions;
import org.jiceng.reporting.replay.LogReader;
import org.jiceng.reporting.replay.NewProjection;
import org.jiceng.reporting.replay.ParkedOffsets;
import org.jiceng.reporting.replay.PartitionProgress;
import org.jiceng.reporting.replay.Partitions;
import org.jiceng.reporting.replay.TableComparison;

/** The projection of a pass, which follows the live one and is compared with it where they meet. */
final class Shadow implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Shadow.class);

  private static final String REPAIRED =
      "select exists (select from inbox_parked where handler = ? and resolved_at >= ?)";

  private final SelfChecker.Means means;
  private final Pass pass;
  private final Connection connection;
  private final Partitions partitions;
  private final NewProjection built;
  private final Follower follower;
  private LogReader log;

  private Shadow(SelfChecker.Means means, Pass pass, Connection connection) {
    this.means = means;
    this.pass = pass;
    this.connection = connection;
    this.partitions = new Partitions(pass.id(), connection);
    this.follower =
        new Follower(new Projection(means.shadow()), partitions, "self-check", connection);
    this.built = new NewProjection(means.shadow(), means.live(), connection);
  }

  /** That of the pass that runs, or of a new one where none does or where it is none any more. */
  static Shadow of(SelfChecker.Means means, Connection connection) throws SQLException {
    String fingerprint = Pass.fingerprint(means.version(), connection);
    Pass running = Pass.running(connection).orElse(null);
    if (running != null && !running.fingerprint().equals(fingerprint)) {
      running.end(
          Pass.Findings.without(SelfCheck.State.ABANDONED, "another version goes on"),
          means.config().keep(),
          connection);
      running = null;
    }
    if (running == null) {
      running = Pass.begin(fingerprint, connection);
      Shadow begun = new Shadow(means, running, connection);
      begun.built.create();
      begun.follow();
      connection.commit();
      return begun;
    }
    return new Shadow(means, running, connection);
  }

  private Map<TopicPartition, Long> follow() throws SQLException {
    Map<TopicPartition, Long> live = LivePositions.of(means.handler(), connection);
    partitions.until(live);
    return live;
  }

  /** One small step, for the caller to commit; false when the pass has ended. */
  boolean step() throws SQLException {
    if (follower.left() == 0) {
      follow();
      connection.commit();
    }
    if (follower.left() <= means.config().batch()) {
      compare();
      return false;
    }
    Map<TopicPartition, Long> until = new HashMap<>();
    follower.behind().forEach(p -> until.put(p.place().partition(), p.of()));
    for (Batch batch : reader().next(until, ParkedOffsets.of(means.handler(), connection))) {
      follower.take(batch);
    }
    return true;
  }

  private LogReader reader() throws SQLException {
    if (log == null) {
      log =
          new LogReader(
              means.brokers(),
              partitions.all().stream().map(PartitionProgress::place).toList(),
              means.config().batch());
    }
    return log;
  }

  /**
   * Holds nobody up: one snapshot shows the live projection and how far it has been folded, and the
   * shadow is brought to the very same place before both are compared.
   */
  private void compare() throws SQLException {
    connection.commit();
    try (Statement statement = connection.createStatement()) {
      // No rebuild may put another projection in its place meanwhile
      statement.execute(
          "set transaction isolation level repeatable read; lock table %s.posting in access share mode"
              .formatted(means.live()));
    }
    Map<TopicPartition, Long> live = follow();
    if (isPointless(live)) {
      end(
          Pass.Findings.without(
              SelfCheck.State.ABANDONED, "the live projection was repaired meanwhile"));
      return;
    }
    if (follower.left() > 0) {
      follower.takeAll(reader(), live, ParkedOffsets.of(means.handler(), connection));
    }
    Map<String, TableComparison.Digests> digests = built.comparison().digests();
    Map<String, Long> differences = built.comparison().differences(digests);
    Map<String, Long> positions = new TreeMap<>();
    live.forEach((partition, offset) -> positions.put(partition.toString(), offset));
    SelfCheck.State state =
        differences.isEmpty() ? SelfCheck.State.EQUAL : SelfCheck.State.DIFFERENT;
    end(new Pass.Findings(state, positions, digests, differences, null));
  }

  /** What was put aside has been taken since, or all was folded anew: out of the logs' order. */
  private boolean isPointless(Map<TopicPartition, Long> live) throws SQLException {
    for (PartitionProgress partition : partitions.all()) {
      if (live.getOrDefault(partition.place().partition(), 0L) < partition.read()) {
        return true;
      }
    }
    try (PreparedStatement select = connection.prepareStatement(REPAIRED)) {
      select.setString(1, means.handler());
      select.setObject(2, pass.startedAt());
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** A shadow that differs stays for whoever looks into it, until the next pass begins. */
  private void end(Pass.Findings found) throws SQLException {
    if (found.state() != SelfCheck.State.DIFFERENT) {
      built.drop();
    }
    pass.end(found, means.config().keep(), connection);
    LOG.infof("the self-check %s ended as %s %s", pass.id(), found.state(), found.differences());
  }

  @Override
  public void close() {
    if (log != null) {
      log.close();
    }
  }
}
