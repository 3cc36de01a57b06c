package org.jiceng.kit.imports;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;
import org.jiceng.kit.ops.Correlation;

/**
 * Works on the files of this service, one at a time in each instance. A new file in this instance
 * wakes it at once; files left behind by another are found by looking now and then.
 */
@ApplicationScoped
public class ImportWorker {
  private static final Logger LOG = Logger.getLogger(ImportWorker.class);

  private final AgroalDataSource dataSource;
  private final JobQueue queue;
  private final Intake intake;
  private final JobRecord record;
  private final ImportBell bell;
  private final ImportsConfig config;
  private volatile boolean running;
  private Thread thread;

  ImportWorker(
      AgroalDataSource dataSource,
      JobQueue queue,
      Intake intake,
      JobRecord record,
      ImportBell bell,
      ImportsConfig config) {
    this.dataSource = dataSource;
    this.queue = queue;
    this.intake = intake;
    this.record = record;
    this.bell = bell;
    this.config = config;
  }

  void onStart(@Observes StartupEvent started) {
    if (config.enabled()) {
      running = true;
      thread = new Thread(this::keepWorking, "import-worker");
      thread.setDaemon(true);
      thread.start();
    }
  }

  void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    if (thread != null) {
      bell.ring();
      thread.join(Duration.ofSeconds(10).toMillis());
      thread.interrupt();
    }
  }

  private void keepWorking() {
    while (running) {
      try {
        if (!workOnNext()) {
          bell.await(config.poll());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (SQLException | RuntimeException e) {
        LOG.warnf("imports go on after: %s", e.getMessage());
        pause();
      }
    }
  }

  /** True when there was something to do. */
  private boolean workOnNext() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Optional<ClaimedJob> job = queue.claim(connection);
      if (job.isEmpty()) {
        return false;
      }
      try (Correlation.Carried carried = Correlation.carry(job.get().id().toString())) {
        work(job.get());
      } finally {
        queue.letGo(connection, job.get().id());
      }
      return true;
    }
  }

  private void work(ClaimedJob job) throws SQLException {
    if (job.attempts() > config.attempts()) {
      close(job, ImportJob.State.FAILED, Outcome.none(), "given-up");
      return;
    }
    try {
      Outcome outcome = intake.take(job, () -> !running);
      if (outcome.errors().any()) {
        close(job, ImportJob.State.REJECTED, outcome, null);
      } else if (job.dryRun()) {
        close(job, ImportJob.State.COMPLETED, outcome, null);
      }
    } catch (CancellationException e) {
      record.forgetAttempt(job.id());
    } catch (RuntimeException e) {
      failed(job, e);
    }
  }

  private void failed(ClaimedJob job, RuntimeException cause) {
    switch (DatabaseFault.of(cause)) {
      case CONFLICT -> {
        LOG.infof("the import %s contradicts what is recorded: %s", job.id(), cause);
        Outcome outcome = Outcome.none();
        outcome.errors().add(0, null, "data-conflict");
        close(job, ImportJob.State.REJECTED, outcome, null);
      }
      case PASSING -> throw cause;
      case OTHER -> {
        LOG.errorf(cause, "the import %s of %s failed", job.id(), job.kind());
        close(job, ImportJob.State.FAILED, Outcome.none(), "internal-error");
      }
    }
  }

  private void close(ClaimedJob job, ImportJob.State state, Outcome outcome, String failure) {
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              record.close(job.id(), state, outcome, failure);
              return null;
            });
  }

  private void pause() {
    try {
      bell.await(config.poll());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
