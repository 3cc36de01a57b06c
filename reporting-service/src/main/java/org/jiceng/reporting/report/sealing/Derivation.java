package org.jiceng.reporting.report.sealing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.kafka.Topics;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.jiceng.reporting.ledger.Projection;
import org.jiceng.reporting.replay.Batch;
import org.jiceng.reporting.replay.LogReader;
import org.jiceng.reporting.replay.NewProjection;
import org.jiceng.reporting.replay.ParkedOffsets;

/**
 * Folds the logs up to known positions into a projection of its own, of which the same can be asked
 * as of the live one. One at a time in the whole service: it reads as much as a rebuild does.
 */
@ApplicationScoped
public class Derivation {
  static final ProblemType RUNNING = new ProblemType(409, "verification-running");
  private static final String SCHEMA = "projection_derived";
  private static final int LOCK = 0x5EA1;
  private static final int BATCH = 2_000;
  private static final long PAUSE_MILLIS = 100;

  private final AgroalDataSource dataSource;
  private final Topics topics;
  private final Duration patience;
  private final Projection derived = new Projection(SCHEMA);

  Derivation(
      AgroalDataSource dataSource,
      Topics topics,
      @ConfigProperty(name = "jiceng.report.patience") Duration patience) {
    this.dataSource = dataSource;
    this.topics = topics;
    this.patience = patience;
  }

  /**
   * Makes something of a view of what stood in the logs up to these positions. Must not be called
   * in a transaction.
   *
   * @throws Problem 409 when others are at it for longer than one may wait
   */
  public <T> T upTo(Map<Topic, Long> positions, Function<Sealing.Complete, T> work) {
    try (Connection connection = dataSource.getConnection()) {
      lock(connection);
      try {
        connection.setAutoCommit(false);
        NewProjection projection = new NewProjection(SCHEMA, LedgerHandler.LIVE, connection);
        try {
          fold(positions, projection, connection);
          return ask(positions, work);
        } finally {
          connection.rollback();
          projection.drop();
          connection.commit();
        }
      } finally {
        connection.setAutoCommit(true);
        execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the logs could not be folded again", e);
    }
  }

  private void fold(Map<Topic, Long> positions, NewProjection projection, Connection connection)
      throws SQLException {
    projection.createBare();
    connection.commit();
    try (LogReader log = LogReader.ofAll(topics.bootstrapServers(), BATCH)) {
      Map<TopicPartition, Long> ends = log.ends();
      while (!log.hasReached(ends)) {
        for (Batch batch : log.next(ends, ParkedOffsets.none())) {
          derived.gather(within(positions, batch.events()), connection);
        }
        connection.commit();
      }
    }
    derived.stand(connection);
    projection.index();
    connection.commit();
  }

  private static List<RecordedEvent> within(
      Map<Topic, Long> positions, List<RecordedEvent> events) {
    return events.stream()
        .filter(e -> e.sequence() <= positions.getOrDefault(Topic.of(e.data()), 0L))
        .toList();
  }

  private <T> T ask(Map<Topic, Long> positions, Function<Sealing.Complete, T> work)
      throws SQLException {
    try (View view = View.ofGathered(dataSource.getConnection(), SCHEMA, Knowledge.EVERYTHING)) {
      return work.apply(new Sealing.Complete(view, positions));
    }
  }

  private void lock(Connection connection) throws SQLException {
    long until = System.nanoTime() + patience.toNanos();
    while (!tryLock(connection)) {
      if (System.nanoTime() > until) {
        throw new Problem(RUNNING).header("Retry-After", "10");
      }
      pause();
    }
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(RUNNING).header("Retry-After", "10");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
