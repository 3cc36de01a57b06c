package org.jiceng.member.mobile;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.kit.database.Database;

/**
 * Matches absences and hostings that no command could bring together: an ID number that was put
 * right, a membership that came by file. Each in a transaction of its own, so that a bad one keeps
 * none of the others waiting; one instance at a time.
 */
@ApplicationScoped
class MobileSweep {
  private static final Logger LOG = Logger.getLogger(MobileSweep.class);
  private static final int LOCK = 0x5EEC;

  private final MobileMembers pairs;
  private final Database database;

  MobileSweep(MobileMembers pairs, Database database) {
    this.pairs = pairs;
    this.database = database;
  }

  @Scheduled(
      every = "${jiceng.mobile.sweep-every:10m}",
      delayed = "${jiceng.mobile.sweep-every:10m}",
      identity = "match-mobile-members",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    QuarkusTransaction.requiringNew().timeout(3600).run(this::settleIfMine);
  }

  private void settleIfMine() {
    boolean mine =
        database
            .first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
            .orElse(false);
    List<UUID> unsettled = mine ? pairs.unsettled() : List.of();
    unsettled.forEach(this::settle);
  }

  private void settle(UUID memberId) {
    try {
      QuarkusTransaction.requiringNew().run(() -> pairs.settle(memberId));
    } catch (RuntimeException e) {
      LOG.warnf("mobile member %s will be tried again: %s", memberId, e.toString());
    }
  }
}
