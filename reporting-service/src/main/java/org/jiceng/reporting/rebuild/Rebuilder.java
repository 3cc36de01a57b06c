package org.jiceng.reporting.rebuild;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jiceng.kit.inbox.Transient;
import org.jiceng.reporting.replay.LivePositions;
import org.jiceng.reporting.replay.NewProjection;
import org.jiceng.reporting.replay.Partitions;

/**
 * One worker on the rebuild that runs, whichever instance began it. All that is known of it stands
 * in the database: any number of workers share it, and any of them may die at any moment.
 */
final class Rebuilder {
  private static final Logger LOG = Logger.getLogger(Rebuilder.class);

  /** Held while the schema is made or removed, by whom does not matter. */
  private static final int SCHEMA_LOCK = 0x2EB1;

  /**
   * What a worker works with.
   *
   * @param brokers where the logs are
   * @param batch how many events are folded in one transaction
   * @param worker a name to be known by
   */
  record Means(
      AgroalDataSource dataSource, String brokers, Stage stage, int batch, String worker) {}

  private final Means means;
  private final BooleanSupplier stopping;

  /** A worker that ends after its transaction when it is told to. */
  Rebuilder(Means means, BooleanSupplier stopping) {
    this.means = means;
    this.stopping = stopping;
  }

  /**
   * Does what there is to do. Returns when nothing is left that is not another's work; a failure
   * that passes is met by coming again, any other ends the rebuild.
   */
  void work() throws SQLException {
    Optional<RunningRebuild> running;
    do {
      running = running();
    } while (running.isPresent() && !stopping.getAsBoolean() && step(running.get()));
  }

  private Optional<RunningRebuild> running() throws SQLException {
    try (Connection connection = means.dataSource().getConnection()) {
      Optional<RunningRebuild> running = RunningRebuild.find(connection);
      if (running.isEmpty()) {
        clearUp(connection);
      }
      return running;
    }
  }

  private boolean step(RunningRebuild rebuild) throws SQLException {
    try (Connection connection = means.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try {
        return switch (rebuild.phase()) {
          case PREPARING -> prepare(rebuild, connection);
          case GATHERING -> new Gathering(means, rebuild, stopping, connection).work();
          case SUMMING, COMPARING, SWITCHING -> new Finishing(means, rebuild, connection).work();
        };
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException | RuntimeException e) {
      if (passes(e)) {
        LOG.infof("%s goes on with the rebuild later, after: %s", means.worker(), e.getMessage());
        return false;
      }
      LOG.errorf(e, "the rebuild %s failed", rebuild.id());
      fail(rebuild, e);
      return true;
    }
  }

  private static boolean passes(Exception failure) {
    return Transient.is(failure) || failure instanceof RetriableException;
  }

  private boolean prepare(RunningRebuild rebuild, Connection connection) throws SQLException {
    lockSchema(connection);
    if (rebuild.holdAlone(connection) && rebuild.hold(connection)) {
      projection(connection).createBare();
      new Partitions(rebuild.id(), connection)
          .until(LivePositions.of(means.stage().handler(), connection));
      rebuild.enter(Rebuild.Phase.GATHERING, connection);
      connection.commit();
    }
    return true;
  }

  private void fail(RunningRebuild rebuild, Exception failure) throws SQLException {
    try (Connection connection = means.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try {
        lockSchema(connection);
        if (rebuild.holdAlone(connection)) {
          projection(connection).drop();
          rebuild.end(Rebuild.State.FAILED, String.valueOf(failure.getMessage()), connection);
          connection.commit();
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** Removes what a rebuild left that was given up. */
  private void clearUp(Connection connection) throws SQLException {
    if (!projection(connection).exists()) {
      return;
    }
    connection.setAutoCommit(false);
    try {
      lockSchema(connection);
      if (RunningRebuild.find(connection).isEmpty()) {
        projection(connection).drop();
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private NewProjection projection(Connection connection) {
    return new NewProjection(means.stage().next(), means.stage().live(), connection);
  }

  private static void lockSchema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
    }
  }
}
