package org.jiceng.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes those who work on rebuilds in this instance; others look now and then. */
@ApplicationScoped
class RebuildBell {
  private final Semaphore rung = new Semaphore(0);
  private final TransactionSynchronizationRegistry transactions;

  private final RebuildConfig config;

  RebuildBell(TransactionSynchronizationRegistry transactions, RebuildConfig config) {
    this.transactions = transactions;
    this.config = config;
  }

  void ringAfterCommit() {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // There is nothing to look at yet.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              ring();
            }
          }
        });
  }

  void ring() {
    rung.drainPermits();
    rung.release(config.workers());
  }

  /** Waits for a ring, at most that long; true if it rang. */
  boolean await(Duration atMost) throws InterruptedException {
    return rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
