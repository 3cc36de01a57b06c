package org.jiceng.reporting.rebuild;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/** Breaks off a long statement when its rebuild has been given up meanwhile. */
final class Watch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Watch.class);
  private static final Duration EVERY = Duration.ofMillis(500);

  private final AgroalDataSource dataSource;
  private final RunningRebuild rebuild;
  private final PGConnection watched;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "rebuild-watch");
            thread.setDaemon(true);
            return thread;
          });

  Watch(AgroalDataSource dataSource, RunningRebuild rebuild, Connection watched)
      throws SQLException {
    this.dataSource = dataSource;
    this.rebuild = rebuild;
    this.watched = watched.unwrap(PGConnection.class);
    clock.scheduleWithFixedDelay(
        this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try (Connection connection = dataSource.getConnection()) {
      boolean runs =
          RunningRebuild.find(connection).filter(r -> r.id().equals(rebuild.id())).isPresent();
      if (!runs) {
        watched.cancelQuery();
      }
    } catch (SQLException e) {
      LOG.debugf("nobody knows now whether the rebuild was given up: %s", e.getMessage());
    }
  }

  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
