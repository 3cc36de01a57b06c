package org.jiceng.registry.register;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/**
 * Forgets how a register differed when its job has long been done with, whatever came of it: what
 * the comparison did stands in the records and events themselves, and its counts are kept.
 */
@ApplicationScoped
class ForgottenDifferences {
  private static final String DUE =
      """
      select j.id from import_job j
       where j.finished_at < ?
         and exists (select 1 from register_difference d where d.job_id = j.id)""";

  private final Tables tables;
  private final RegisterPolicy policy;
  private final BusinessClock clock;

  ForgottenDifferences(Tables tables, RegisterPolicy policy, BusinessClock clock) {
    this.tables = tables;
    this.policy = policy;
    this.clock = clock;
  }

  @Scheduled(
      every = "${jiceng.register.forget-every:1h}",
      delayed = "${jiceng.register.forget-every:1h}",
      identity = "forget-register-differences",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    forgetDoneBefore(clock.now().minus(policy.keepDifferences()));
  }

  /** Forgets one job at a time, so that none holds up another. */
  void forgetDoneBefore(Instant moment) {
    Condition due = new Condition(DUE).with(moment.atOffset(ZoneOffset.UTC));
    List<UUID> jobs = tables.list(due, "", row -> row.getObject(1, UUID.class));
    for (UUID job : jobs) {
      QuarkusTransaction.requiringNew().run(() -> forget(job));
    }
  }

  private void forget(UUID job) {
    tables.change("delete from register_difference where job_id = ?", job);
    tables.change("update register_comparison set forgotten_at = now() where job_id = ?", job);
  }
}
