package org.jiceng.reporting.selfcheck;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jiceng.kit.inbox.Transient;
import org.jiceng.reporting.replay.Claim;

/**
 * Works on the pass that runs, or begins one, in small transactions with pauses. How far it has
 * come stands in the database, so it survives every restart; of several instances one works at a
 * time.
 */
final class SelfChecker {
  private static final Logger LOG = Logger.getLogger(SelfChecker.class);

  /**
   * What it works with.
   *
   * @param live the schema that is checked
   * @param shadow the schema that the logs are folded into
   * @param handler whose positions say how far the live one has been folded
   * @param brokers where the logs are
   * @param version of the program
   */
  record Means(
      AgroalDataSource dataSource,
      String live,
      String shadow,
      String handler,
      String brokers,
      String version,
      SelfCheckConfig config) {}

  /** Waits, and says whether to stop. */
  interface Pause extends BooleanSupplier {
    void rest(Duration time) throws InterruptedException;
  }

  private final Means means;
  private final Pause pause;

  SelfChecker(Means means, Pause pause) {
    this.means = means;
    this.pause = pause;
  }

  /** Goes on until a pass has ended, or another instance has it, or it is told to stop. */
  void work() throws SQLException, InterruptedException {
    try (Connection connection = means.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<Claim> claim = Claim.of("self-check " + means.shadow(), connection);
        if (claim.isPresent()) {
          try (Claim mine = claim.get()) {
            connection.commit();
            if (!rests(connection)) {
              goOn(connection);
            }
          }
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private boolean rests(Connection connection) throws SQLException {
    if (Pass.running(connection).isPresent()) {
      return false;
    }
    return Pass.lastEnd(connection)
        .map(end -> end.plus(means.config().rest()).isAfter(OffsetDateTime.now(end.getOffset())))
        .orElse(false);
  }

  private void goOn(Connection connection) throws SQLException, InterruptedException {
    try (Shadow shadow = Shadow.of(means, connection)) {
      boolean more = true;
      while (more && !pause.getAsBoolean()) {
        long from = System.nanoTime();
        more = shadow.step();
        connection.commit();
        rest(System.nanoTime() - from);
      }
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      if (Transient.is(e) || e instanceof RetriableException) {
        throw e;
      }
      LOG.errorf(e, "the self-check failed");
      fail(e, connection);
    }
  }

  private void rest(long worked) throws InterruptedException {
    double duty = means.config().duty();
    if (duty < 1) {
      pause.rest(Duration.ofNanos((long) (worked * (1 / duty - 1))));
    }
  }

  private void fail(Exception failure, Connection connection) throws SQLException {
    Optional<Pass> running = Pass.running(connection);
    if (running.isPresent()) {
      running
          .get()
          .end(
              Pass.Findings.without(SelfCheck.State.FAILED, String.valueOf(failure.getMessage())),
              means.config().keep(),
              connection);
      connection.commit();
    }
  }
}
