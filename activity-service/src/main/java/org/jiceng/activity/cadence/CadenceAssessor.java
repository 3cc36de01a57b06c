package org.jiceng.activity.cadence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiceng.events.ActivityEvent.CadenceAssessed;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;

/**
 * Tells every night how organisations kept the rules in the spans that are over, and again where
 * something was recorded late. A night that was missed is made up for by the next; one instance at
 * a time.
 */
@ApplicationScoped
class CadenceAssessor {
  private static final int LOCK = 0x5EED;
  private static final int BATCH = 2_000;

  private final CadenceAssessments assessments;
  private final CadencePolicy policy;
  private final Database database;
  private final Outbox outbox;
  private final BusinessClock clock;

  CadenceAssessor(
      CadenceAssessments assessments,
      CadencePolicy policy,
      Database database,
      Outbox outbox,
      BusinessClock clock) {
    this.assessments = assessments;
    this.policy = policy;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(
      cron = "{jiceng.cadence-assessment.at}",
      timeZone = "${jiceng.zone:Asia/Shanghai}",
      identity = "assess-cadence",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void assess() {
    List<Duty> duties = Duty.lookingBack(policy, clock.today());
    while (QuarkusTransaction.requiringNew().call(() -> assessSome(duties)) == BATCH) {
      // the next ones have a transaction of their own
    }
  }

  private int assessSome(List<Duty> duties) {
    boolean mine =
        database
            .first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
            .orElse(false);
    List<CadenceAssessed> changed = mine ? assessments.change(duties, BATCH) : List.of();
    Map<LocalDate, List<CadenceAssessed>> byLastDay =
        changed.stream().collect(Collectors.groupingBy(one -> one.until().minusDays(1)));
    byLastDay.forEach((day, told) -> outbox.appendAll(told, day));
    return changed.size();
  }
}
