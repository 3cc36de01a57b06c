package org.jiceng.kit.rotation;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;

/**
 * Goes on with the rotation that runs, one small transaction after the other. How far it has come
 * is kept in the transaction of each batch, so that whoever takes it up after a crash, here or in
 * another instance, does nothing twice and leaves nothing out.
 */
@ApplicationScoped
class RotationWorker {
  private static final String ROWS = "jiceng.key.rotation.rows";

  private final AgroalDataSource dataSource;
  private final Rotations rotations;
  private final Passages passages;
  private final RotationConfig config;
  private final Audit audit;
  private final MeterRegistry meters;
  private volatile boolean stopping;

  RotationWorker(
      AgroalDataSource dataSource,
      Rotations rotations,
      Passages passages,
      RotationConfig config,
      Audit audit,
      MeterRegistry meters) {
    this.dataSource = dataSource;
    this.rotations = rotations;
    this.passages = passages;
    this.config = config;
    this.audit = audit;
    this.meters = meters;
  }

  private enum Then {
    GO_ON,
    WAIT
  }

  void onStop(@Observes ShutdownEvent shutdown) {
    stopping = true;
  }

  @Scheduled(
      every = "${jiceng.rotation.look-every:5s}",
      identity = "rotate-keys",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void work() throws InterruptedException {
    while (!stopping && QuarkusTransaction.requiringNew().call(this::oneBatch) == Then.GO_ON) {
      Thread.sleep(config.pause().toMillis());
    }
  }

  private Then oneBatch() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Optional<RotationStep> step = rotations.holdStep(connection);
      if (step.isPresent()) {
        return take(connection, step.get());
      }
      Optional<UUID> completed = rotations.complete(connection);
      completed.ifPresent(id -> audit.write("complete", RotationDesk.RECORD, id));
      return Then.WAIT;
    }
  }

  private Then take(Connection connection, RotationStep step) throws SQLException {
    Optional<Passage> passage = passages.find(step.table());
    if (passage.isEmpty()) {
      rotations.keep(connection, step.done()); // a later version knows the table no more
      return Then.GO_ON;
    }
    Passage.Batch batch = passage.get().next(connection, step.position(), config.batch());
    meters.counter(ROWS, "table", step.table()).increment(batch.changed());
    if (batch.last() != null) {
      rotations.keep(connection, step.after(batch));
      return Then.GO_ON;
    }
    return endOfPass(connection, passage.get(), step);
  }

  private Then endOfPass(Connection connection, Passage passage, RotationStep step)
      throws SQLException {
    if (step.passChanged() > 0) {
      rotations.keep(connection, step.again());
      return Then.GO_ON;
    }
    if (passage.remaining(connection) <= step.rowsFailed()) {
      rotations.keep(connection, step.done());
      return Then.GO_ON;
    }
    rotations.keep(connection, step.again()); // others are changing what is left
    return Then.WAIT;
  }
}
