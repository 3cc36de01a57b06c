package org.jiceng.reporting.report.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.report.ReportDesk;
import org.jiceng.reporting.report.template.PeriodKind;
import org.jiceng.reporting.report.template.ReportPeriod;
import org.jiceng.reporting.report.template.Templates;

/**
 * Seals what is due. Whatever was down in the meantime, each period that was missed is sealed once,
 * the oldest first; of several instances each takes another schedule. One that fails stays due and
 * keeps none of the others waiting.
 */
@ApplicationScoped
class ScheduleSweep {
  private static final Logger LOG = Logger.getLogger(ScheduleSweep.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(5);
  private static final int LONGEST_SECONDS = 600;

  private final Schedules schedules;
  private final ReportDesk reports;
  private final Templates templates;
  private final BusinessClock clock;

  ScheduleSweep(Schedules schedules, ReportDesk reports, Templates templates, BusinessClock clock) {
    this.schedules = schedules;
    this.reports = reports;
    this.templates = templates;
    this.clock = clock;
  }

  @Scheduled(
      every = "${jiceng.report.schedules-every:1m}",
      delayed = "${jiceng.report.schedules-after:1m}",
      identity = "seal-scheduled-reports",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    boolean more = true;
    while (more) {
      more = takeOne();
    }
  }

  /** False if nothing was due. */
  private boolean takeOne() {
    AtomicReference<UUID> taken = new AtomicReference<>();
    try {
      return QuarkusTransaction.requiringNew()
          .timeout(LONGEST_SECONDS)
          .call(
              () -> {
                Optional<Schedule> due = schedules.holdDue(clock.now());
                due.map(Schedule::id).ifPresent(taken::set);
                due.ifPresent(this::seal);
                return due.isPresent();
              });
    } catch (RuntimeException e) {
      if (taken.get() == null) {
        throw e;
      }
      LOG.warnf("the schedule %s is tried again after: %s", taken.get(), e.toString());
      fail(taken.get(), e);
      return true;
    }
  }

  private void fail(UUID id, RuntimeException e) {
    Throwable found = e instanceof QuarkusTransactionException ? e.getCause() : e;
    String why =
        found instanceof Problem problem ? problem.reason() : found.getClass().getSimpleName();
    QuarkusTransaction.requiringNew()
        .run(() -> schedules.failed(id, why, clock.now().plus(PAUSE_AFTER_FAILURE)));
  }

  private void seal(Schedule schedule) {
    CronForm cron = CronForm.of(schedule.cron(), clock.zone(), clock.now());
    if (schedule.dueAt() == null) {
      schedules.done(schedule.id(), null, cron.after(clock.now()));
      return;
    }
    PeriodKind kind = templates.find(schedule.template()).orElseThrow().template().period();
    LocalDate day = LocalDate.ofInstant(schedule.dueAt(), clock.zone());
    ReportPeriod period = ReportPeriod.endedBefore(kind, day);
    UUID report = reports.seal(schedule.template(), schedule.area(), period).report().id();
    schedules.done(schedule.id(), report, cron.after(lastMomentBeforeNews(schedule, kind, day)));
  }

  /** Until another period has ended there is nothing to seal, however often the form fires. */
  private Instant lastMomentBeforeNews(Schedule schedule, PeriodKind kind, LocalDate day) {
    LocalDate news = ReportPeriod.of(kind, day).last().plusDays(1);
    Instant before = news.atStartOfDay(clock.zone()).toInstant().minusMillis(1);
    return before.isAfter(schedule.dueAt()) ? before : schedule.dueAt();
  }
}
