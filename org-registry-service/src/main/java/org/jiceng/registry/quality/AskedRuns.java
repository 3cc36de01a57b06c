package org.jiceng.registry.quality;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/**
 * The latest runs that were asked for at this instance, one at a time; whoever asks while one waits
 * is given that one, but not one that has begun, since it may have looked already. They are
 * remembered as long as the instance lives: what a run has found is in the findings.
 */
@ApplicationScoped
class AskedRuns {
  private static final Logger LOG = Logger.getLogger(AskedRuns.class);
  private static final int REMEMBERED = 100;

  private final QualityRun run;
  private final BusinessClock clock;
  private final TransactionSynchronizationRegistry transaction;
  private final Map<UUID, RunView> runs = new LinkedHashMap<>();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "quality-run"));

  AskedRuns(QualityRun run, BusinessClock clock, TransactionSynchronizationRegistry transaction) {
    this.run = run;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** The run that waits, or a new one, which goes when the transaction is committed. */
  synchronized RunView ask() {
    return runs.values().stream().filter(RunView::isWaiting).findFirst().orElseGet(this::queue);
  }

  synchronized RunView find(UUID id) {
    if (!runs.containsKey(id)) {
      throw Problem.notFound();
    }
    return runs.get(id);
  }

  private RunView queue() {
    RunView asked = RunView.asked(UuidCreator.getTimeOrderedEpoch(), clock.now());
    if (runs.size() >= REMEMBERED) {
      runs.remove(runs.keySet().iterator().next());
    }
    runs.put(asked.id(), asked);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // It begins only once it is certain.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              background.execute(() -> carryOut(asked));
            } else {
              forget(asked);
            }
          }
        });
    return asked;
  }

  private void carryOut(RunView asked) {
    try {
      end(asked, RunView.State.DONE, run.runNow(() -> begin(asked)));
    } catch (RuntimeException e) {
      LOG.errorf(e, "the run %s of the rules of data quality failed", asked.id());
      end(asked, RunView.State.FAILED, List.of());
    }
  }

  private synchronized void begin(RunView asked) {
    runs.put(asked.id(), asked.begun());
  }

  private synchronized void end(
      RunView asked, RunView.State how, List<QualityRun.Outcome> outcomes) {
    runs.put(asked.id(), asked.ended(how, clock.now(), outcomes));
  }

  private synchronized void forget(RunView asked) {
    runs.remove(asked.id());
  }

  @PreDestroy
  void stop() {
    background.shutdownNow();
  }
}
