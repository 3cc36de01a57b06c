package org.jiceng.reporting.rebuild;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.kafka.Topics;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.jiceng.reporting.ledger.Projection;

/**
 * Builds the projection anew from the log while the live one goes on. When it has caught up, the
 * fold is held for a moment, the last events are taken, both are compared, and an equal one takes
 * the live one's place in one transaction.
 */
@ApplicationScoped
class Rebuilder {
  static final int LOCK = 0x2EB0;
  private static final Logger LOG = Logger.getLogger(Rebuilder.class);

  private final AgroalDataSource dataSource;
  private final Rebuilds rebuilds;
  private final Topics topics;
  private final Projection next = new Projection(NewProjection.SCHEMA);
  private final Executor worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "rebuild");
            thread.setDaemon(true);
            return thread;
          });

  Rebuilder(AgroalDataSource dataSource, Rebuilds rebuilds, Topics topics) {
    this.dataSource = dataSource;
    this.rebuilds = rebuilds;
    this.topics = topics;
  }

  void run(UUID id) {
    worker.execute(() -> runHere(id));
  }

  private void runHere(UUID id) {
    try (Connection connection = dataSource.getConnection();
        LogReader log = new LogReader(topics.bootstrapServers())) {
      execute(connection, "select pg_advisory_lock(" + LOCK + ")");
      try {
        connection.setAutoCommit(false);
        NewProjection built = new NewProjection(LedgerHandler.LIVE, connection);
        built.create();
        connection.commit();
        long events = gather(id, log, connection);
        next.sumUp(connection);
        built.index();
        connection.commit();
        switchOver(id, log, built, connection, events);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
      }
    } catch (SQLException | RuntimeException e) {
      LOG.errorf(e, "the rebuild %s failed", id);
      rebuilds.finish(id, Rebuild.State.FAILED, Map.of(), String.valueOf(e.getMessage()));
    }
  }

  private long gather(UUID id, LogReader log, Connection connection) throws SQLException {
    Map<TopicPartition, Long> until = log.ends();
    long events = 0;
    while (!log.hasReached(until)) {
      List<RecordedEvent> batch = log.next(until);
      next.gather(batch, connection);
      connection.commit();
      events += batch.size();
      rebuilds.progress(id, events);
    }
    return events;
  }

  private void switchOver(
      UUID id, LogReader log, NewProjection built, Connection connection, long events)
      throws SQLException {
    Projection.holdAlone(connection);
    Map<TopicPartition, Long> live = livePositions(connection);
    long all = events;
    while (!log.hasReached(live)) {
      List<RecordedEvent> batch = log.next(live);
      next.take(batch, connection);
      all += batch.size();
    }
    Map<String, Long> differences = built.differences();
    if (differences.isEmpty()) {
      built.takeOver();
    } else {
      built.drop();
    }
    connection.commit();
    rebuilds.progress(id, all);
    Rebuild.State state = differences.isEmpty() ? Rebuild.State.COMPLETED : Rebuild.State.DIFFERENT;
    rebuilds.finish(id, state, differences, null);
    LOG.infof("the rebuild %s of %d events ended as %s %s", id, all, state, differences);
  }

  private static Map<TopicPartition, Long> livePositions(Connection connection)
      throws SQLException {
    Map<TopicPartition, Long> positions = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "select topic, partition_no, next_offset from inbox_position where handler = 'ledger'");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    }
    return positions;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
