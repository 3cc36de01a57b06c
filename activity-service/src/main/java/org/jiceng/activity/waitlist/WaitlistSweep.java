package org.jiceng.activity.waitlist;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;

/** Ends the waiting for what has begun; a bad entry keeps none of the others waiting. */
@ApplicationScoped
public class WaitlistSweep {
  private static final Logger LOG = Logger.getLogger(WaitlistSweep.class);
  private static final int LOCK = 0xB00D;
  private static final UUID FIRST = new UUID(0, 0);

  private final Waitlist waitlist;
  private final WaitlistDesk desk;
  private final Database database;
  private final BusinessClock clock;

  WaitlistSweep(Waitlist waitlist, WaitlistDesk desk, Database database, BusinessClock clock) {
    this.waitlist = waitlist;
    this.desk = desk;
    this.database = database;
    this.clock = clock;
  }

  /** One instance sweeps at a time: it holds the lock as long as the outer transaction lasts. */
  @Scheduled(
      every = "${jiceng.booking.sweep-every:1m}",
      delayed = "${jiceng.booking.sweep-after:1m}",
      identity = "sweep-waitlists",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    QuarkusTransaction.requiringNew()
        .timeout(3600)
        .run(
            () -> {
              if (isMine()) {
                lapseAll();
              }
            });
  }

  private boolean isMine() {
    return database
        .first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
        .orElse(false);
  }

  private void lapseAll() {
    List<UUID> due = waitlist.overdueAfter(FIRST, clock.now());
    while (!due.isEmpty()) {
      lapse(due);
      due = waitlist.overdueAfter(due.get(due.size() - 1), clock.now());
    }
  }

  /** All in one transaction; where that fails, each in one of its own. */
  private void lapse(List<UUID> ids) {
    try {
      QuarkusTransaction.requiringNew().run(() -> desk.lapse(ids));
    } catch (RuntimeException e) {
      if (ids.size() == 1) {
        LOG.warnf("entry %s could not be lapsed and will be tried again: %s", ids.get(0), e);
      } else {
        ids.forEach(id -> lapse(List.of(id)));
      }
    }
  }
}
