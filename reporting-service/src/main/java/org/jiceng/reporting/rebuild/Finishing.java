package org.jiceng.reporting.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jiceng.reporting.ledger.Projection;
import org.jiceng.reporting.replay.Claim;
import org.jiceng.reporting.replay.Follower;
import org.jiceng.reporting.replay.LivePositions;
import org.jiceng.reporting.replay.LogReader;
import org.jiceng.reporting.replay.NewProjection;
import org.jiceng.reporting.replay.ParkedOffsets;
import org.jiceng.reporting.replay.PartitionProgress;
import org.jiceng.reporting.replay.Partitions;
import org.jiceng.reporting.replay.Place;

/** What one worker does for all, once the logs have been folded: sum up, compare, switch. */
final class Finishing {
  private static final Logger LOG = Logger.getLogger(Finishing.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Rebuilder.Means means;
  private final RunningRebuild rebuild;
  private final Connection connection;
  private final Partitions partitions;
  private final Projection next;
  private final NewProjection built;
  private final Follower follower;

  Finishing(Rebuilder.Means means, RunningRebuild rebuild, Connection connection) {
    this.means = means;
    this.rebuild = rebuild;
    this.connection = connection;
    this.partitions = new Partitions(rebuild.id(), connection);
    this.next = new Projection(means.stage().next());
    this.built = new NewProjection(means.stage().next(), means.stage().live(), connection);
    this.follower = new Follower(next, partitions, means.worker(), connection);
  }

  /** Goes on by one piece of work; false where others have what is left, or to try again later. */
  boolean work() throws SQLException {
    return switch (rebuild.phase()) {
      case SUMMING ->
          (!rebuild.summed() && alone("sums", this::sumUp))
              || (!rebuild.indexed() && alone("indexes", this::index));
      case COMPARING -> alone("comparing", this::compare);
      case SWITCHING -> alone("switching", this::switchOver);
      case PREPARING, GATHERING -> true;
    };
  }

  private interface Work {
    void go() throws SQLException;
  }

  private boolean alone(String what, Work work) throws SQLException {
    Optional<Claim> claim = Claim.of(rebuild.id() + " " + what, connection);
    if (claim.isEmpty()) {
      return false;
    }
    try (Claim mine = claim.get();
        Watch watch = new Watch(means.dataSource(), rebuild, connection)) {
      connection.commit();
      work.go();
      return true;
    }
  }

  private void sumUp() throws SQLException {
    if (rebuild.hold(connection)) {
      next.sumUp(connection);
      built.analyze();
      rebuild.summedUp(connection);
      connection.commit();
    }
  }

  private void index() throws SQLException {
    if (rebuild.hold(connection)) {
      built.indexLedger();
      rebuild.isIndexed(connection);
      connection.commit();
    }
  }

  /**
   * Holds nobody up: one snapshot shows the live projection and how far it has been folded, and the
   * new one is brought to the very same place before both are compared.
   */
  private void compare() throws SQLException {
    catchUp();
    execute("set transaction isolation level repeatable read");
    if (!rebuild.hold(connection)) {
      return;
    }
    take(LivePositions.of(means.stage().handler(), connection));
    Map<String, Long> differences = built.comparison().differences();
    rebuild.note(text(differences), connection);
    if (differences.isEmpty() || rebuild.repair()) {
      rebuild.enter(Rebuild.Phase.SWITCHING, connection);
    } else {
      end(Rebuild.State.DIFFERENT);
      built.drop();
    }
    connection.commit();
    LOG.infof("the rebuild %s differs from the live projection in %s", rebuild.id(), differences);
  }

  private void switchOver() throws SQLException {
    catchUp();
    if (!rebuild.hold(connection)) {
      return;
    }
    new Projection(means.stage().live()).holdAlone(connection);
    take(LivePositions.of(means.stage().handler(), connection));
    // Rather than keep readers waiting behind a long one, try again.
    execute("set local lock_timeout = '500ms'");
    built.takeOver();
    end(Rebuild.State.COMPLETED);
    connection.commit();
  }

  /** Takes what came meanwhile, in transactions of its own, until little is left. */
  private void catchUp() throws SQLException {
    long left = Long.MAX_VALUE;
    while (left > means.batch()) {
      if (!rebuild.hold(connection)) {
        connection.rollback();
        return;
      }
      left = take(LivePositions.of(means.stage().handler(), connection));
      connection.commit();
    }
  }

  /** Takes everything before these offsets; says how much it was. */
  private long take(Map<TopicPartition, Long> until) throws SQLException {
    partitions.until(until);
    long left = follower.left();
    if (left > 0) {
      List<Place> places = follower.behind().stream().map(PartitionProgress::place).toList();
      try (LogReader log = new LogReader(means.brokers(), places, means.batch())) {
        follower.takeAll(log, until, ParkedOffsets.of(means.stage().handler(), connection));
      }
    }
    return left;
  }

  private void end(Rebuild.State state) throws SQLException {
    if (!rebuild.end(state, null, connection)) {
      throw new SQLException("the rebuild was given up at the last moment", "57014");
    }
    LOG.infof("the rebuild %s ends as %s", rebuild.id(), state);
  }

  private static String text(Map<String, Long> differences) {
    try {
      return JSON.writeValueAsString(differences);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
