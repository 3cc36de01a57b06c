package org.jiceng.registry.reorganization;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/**
 * Carries out the planned reorganisations when their day has come, each in a transaction of its
 * own: one that can no longer be says why, keeps no other waiting, and is tried again. Two
 * instances do no harm, since a plan is held while it is carried out.
 */
@ApplicationScoped
class PlannedReorganizations {
  private static final Logger LOG = Logger.getLogger(PlannedReorganizations.class);

  private final Reorganizations reorganizations;
  private final ReorganizationStore store;
  private final BusinessClock clock;

  PlannedReorganizations(
      Reorganizations reorganizations, ReorganizationStore store, BusinessClock clock) {
    this.reorganizations = reorganizations;
    this.store = store;
    this.clock = clock;
  }

  @Scheduled(
      every = "${jiceng.reorganization.due-every:5m}",
      delayed = "${jiceng.reorganization.due-every:5m}",
      identity = "carry-out-planned-reorganizations",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void carryOutDue() {
    List<UUID> due = QuarkusTransaction.requiringNew().call(() -> store.due(clock.today()));
    due.forEach(this::carryOut);
  }

  private void carryOut(UUID id) {
    try {
      QuarkusTransaction.requiringNew().run(() -> reorganizations.carryOut(id));
    } catch (Problem problem) {
      QuarkusTransaction.requiringNew().run(() -> reorganizations.hinder(id, problem.reason()));
    } catch (RuntimeException e) {
      LOG.errorf(e, "planned reorganization %s failed and will be tried again", id);
    }
  }
}
