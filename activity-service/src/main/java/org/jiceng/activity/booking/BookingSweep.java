package org.jiceng.activity.booking;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jiceng.kit.database.Database;

/**
 * Lapses holds and requests, releases what nobody came to, and tells what is near; a bad one keeps
 * none of the others waiting. Nothing depends on it for being right: every command looks at the
 * clock itself.
 */
@ApplicationScoped
public class BookingSweep {
  private static final Logger LOG = Logger.getLogger(BookingSweep.class);
  private static final int LOCK = 0xB00C;
  private static final UUID FIRST = new UUID(0, 0);

  private final OverdueBookings overdue;
  private final BookingReminders reminders;
  private final Database database;

  BookingSweep(OverdueBookings overdue, BookingReminders reminders, Database database) {
    this.overdue = overdue;
    this.reminders = reminders;
    this.database = database;
  }

  /** One instance sweeps at a time: it holds the lock as long as the outer transaction lasts. */
  @Scheduled(
      every = "${jiceng.booking.sweep-every:1m}",
      delayed = "${jiceng.booking.sweep-after:1m}",
      identity = "sweep-bookings",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    QuarkusTransaction.requiringNew()
        .timeout(3600)
        .run(
            () -> {
              if (isMine()) {
                all(overdue::after, ids -> ids.forEach(this::runOut));
                all(reminders::after, this::remind);
              }
            });
  }

  private boolean isMine() {
    return database
        .first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
        .orElse(false);
  }

  /** A little more each time, so that one that fails is not met again before the next sweep. */
  private static void all(Function<UUID, List<UUID>> after, Consumer<List<UUID>> work) {
    List<UUID> due = after.apply(FIRST);
    while (!due.isEmpty()) {
      work.accept(due);
      due = after.apply(due.get(due.size() - 1));
    }
  }

  private void runOut(UUID id) {
    try {
      QuarkusTransaction.requiringNew().run(() -> overdue.runOut(id));
    } catch (RuntimeException e) {
      LOG.warnf("booking %s could not be run out and will be tried again: %s", id, e.toString());
    }
  }

  /** All in one transaction; where that fails, each in one of its own. */
  private void remind(List<UUID> ids) {
    try {
      QuarkusTransaction.requiringNew().run(() -> reminders.tell(ids));
    } catch (RuntimeException e) {
      if (ids.size() == 1) {
        LOG.warnf("booking %s could not be told of: %s", ids.get(0), e.toString());
      } else {
        ids.forEach(id -> remind(List.of(id)));
      }
    }
  }
}
