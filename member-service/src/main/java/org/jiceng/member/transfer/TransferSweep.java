package org.jiceng.member.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;

/**
 * Closes the transfers that nobody may act on any more, and tells of those that wait for too long;
 * a bad one keeps none of the others waiting. Nothing depends on it for being right: an expired
 * letter is refused anyway, and work lists count days by themselves.
 */
@ApplicationScoped
class TransferSweep {
  private static final Logger LOG = Logger.getLogger(TransferSweep.class);
  private static final int LOCK = 0x5EEB;
  private static final UUID FIRST = new UUID(0, 0);

  private final Transfers transfers;
  private final TransferDesk desk;
  private final Reminders reminders;
  private final Database database;
  private final BusinessClock clock;

  TransferSweep(
      Transfers transfers,
      TransferDesk desk,
      Reminders reminders,
      Database database,
      BusinessClock clock) {
    this.transfers = transfers;
    this.desk = desk;
    this.reminders = reminders;
    this.database = database;
    this.clock = clock;
  }

  /** One instance sweeps at a time: it holds the lock as long as the outer transaction lasts. */
  @Scheduled(
      every = "${jiceng.transfer.sweep-every:10m}",
      delayed = "${jiceng.transfer.sweep-after:10m}",
      identity = "sweep-transfers",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    QuarkusTransaction.requiringNew()
        .timeout(3600)
        .run(
            () -> {
              if (isMine()) {
                expireAll();
                remindAll();
              }
            });
  }

  private boolean isMine() {
    return database
        .first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
        .orElse(false);
  }

  private void expireAll() {
    UUID last = FIRST;
    List<UUID> due = transfers.overdueAfter(clock.today(), last);
    while (!due.isEmpty()) {
      due.forEach(this::expire);
      last = due.get(due.size() - 1);
      due = transfers.overdueAfter(clock.today(), last);
    }
  }

  private void expire(UUID id) {
    try {
      QuarkusTransaction.requiringNew().run(() -> desk.expire(id));
    } catch (RuntimeException e) {
      LOG.warnf("transfer %s could not be expired and will be tried again: %s", id, e.toString());
    }
  }

  private void remindAll() {
    Reminders.Due last = Reminders.Due.FIRST;
    List<Reminders.Due> due = reminders.dueAfter(last);
    while (!due.isEmpty()) {
      remind(due.stream().map(Reminders.Due::transferId).toList());
      last = due.get(due.size() - 1);
      due = reminders.dueAfter(last);
    }
  }

  /** All in one transaction; where that fails, each in one of its own. */
  private void remind(List<UUID> ids) {
    try {
      QuarkusTransaction.requiringNew().run(() -> reminders.tell(ids));
    } catch (RuntimeException e) {
      if (ids.size() == 1) {
        LOG.warnf("transfer %s could not be told of: %s", ids.get(0), e.toString());
      } else {
        ids.forEach(id -> remind(List.of(id)));
      }
    }
  }
}
