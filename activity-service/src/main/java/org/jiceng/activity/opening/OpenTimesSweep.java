package org.jiceng.activity.opening;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;

/**
 * Works out the days that come into sight as time goes by. Nothing depends on it for being right:
 * it begins weeks before a day can be booked, and a booking beyond what is worked out asks the
 * rules themselves.
 */
@ApplicationScoped
class OpenTimesSweep {
  private static final Logger LOG = Logger.getLogger(OpenTimesSweep.class);
  private static final int DAYS_OF_GRACE = 14;
  private static final String DUE =
      """
      select site_id from site
       where opening_until < ? and closed_on is null and site_id > ? order by site_id limit 200""";
  private static final String TAKE =
      """
      select site_id from site
       where site_id = ? and opening_until < ? for no key update skip locked""";

  private final OpenTimes openTimes;
  private final Database database;
  private final OpeningPolicy policy;
  private final BusinessClock clock;

  OpenTimesSweep(
      OpenTimes openTimes, Database database, OpeningPolicy policy, BusinessClock clock) {
    this.openTimes = openTimes;
    this.database = database;
    this.policy = policy;
    this.clock = clock;
  }

  @Scheduled(
      every = "${jiceng.opening.sweep-every:6h}",
      delayed = "${jiceng.opening.sweep-after:5m}",
      identity = "work-out-open-times",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    LocalDate near = clock.today().plusDays(policy.daysWorkedOut() - (long) DAYS_OF_GRACE);
    UUID last = new UUID(0, 0);
    List<UUID> due = due(near, last);
    while (!due.isEmpty()) {
      due.forEach(site -> workOut(site, near));
      last = due.get(due.size() - 1);
      due = due(near, last);
    }
  }

  private List<UUID> due(LocalDate near, UUID after) {
    return database.list(DUE, row -> row.getObject(1, UUID.class), near, after);
  }

  /** Whoever holds the site is working it out, or will be: it is left to them. */
  private void workOut(UUID site, LocalDate near) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  database
                      .first(TAKE, row -> row.getObject(1, UUID.class), site, near)
                      .ifPresent(openTimes::workOut));
    } catch (RuntimeException e) {
      LOG.warnf("the hours of site %s could not be worked out yet: %s", site, e.toString());
    }
  }
}
