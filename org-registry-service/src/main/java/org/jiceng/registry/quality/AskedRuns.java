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
 * The latest runs that were asked for at this instance, one at a time; whoever asks while one is
 * under way is given that one. They are remembered as long as the instance lives: what a run has
 * found is in the findings.
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

  /** The run that is under way, or a new one, which begins when the transaction is committed. */
  synchronized RunView ask() {
    return runs.values().stream().filter(RunView::isRunning).findFirst().orElseGet(this::begin);
  }

  synchronized RunView find(UUID id) {
    if (!runs.containsKey(id)) {
      throw Problem.notFound();
    }
    return runs.get(id);
  }

  private RunView begin() {
    RunView begun = RunView.started(UuidCreator.getTimeOrderedEpoch(), clock.now());
    if (runs.size() >= REMEMBERED) {
      runs.remove(runs.keySet().iterator().next());
    }
    runs.put(begun.id(), begun);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // It begins only once it is certain.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              background.execute(() -> carryOut(begun));
            } else {
              forget(begun);
            }
          }
        });
    return begun;
  }

  private void carryOut(RunView begun) {
    try {
      end(begun, RunView.State.DONE, run.runNow());
    } catch (RuntimeException e) {
      LOG.errorf(e, "the run %s of the rules of data quality failed", begun.id());
      end(begun, RunView.State.FAILED, List.of());
    }
  }

  private synchronized void end(
      RunView begun, RunView.State how, List<QualityRun.Outcome> outcomes) {
    runs.put(begun.id(), begun.ended(how, clock.now(), outcomes));
  }

  private synchronized void forget(RunView begun) {
    runs.remove(begun.id());
  }

  @PreDestroy
  void stop() {
    background.shutdownNow();
  }
}
