package org.jiceng.reporting.report.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jiceng.kit.time.BusinessClock;

/**
 * How many schedules failed at their last attempt, and for how long the oldest report that is due
 * has not been sealed: a sweep that stands still fails at nothing, but leaves what is due.
 */
@ApplicationScoped
class ScheduleMeters {
  private final Schedules schedules;
  private final BusinessClock clock;
  private final AtomicLong failing = new AtomicLong();
  private final AtomicLong overdue = new AtomicLong();

  ScheduleMeters(Schedules schedules, BusinessClock clock, MeterRegistry meters) {
    this.schedules = schedules;
    this.clock = clock;
    Gauge.builder("jiceng.report.schedules.failing", failing, AtomicLong::doubleValue)
        .register(meters);
    Gauge.builder("jiceng.report.schedules.overdue", overdue, AtomicLong::doubleValue)
        .baseUnit("seconds")
        .register(meters);
  }

  @Scheduled(
      every = "${jiceng.report.schedules-measure-every:15s}",
      identity = "measure-report-schedules",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void measure() {
    Schedules.Backlog backlog = schedules.backlog();
    failing.set(backlog.failing());
    overdue.set(
        backlog
            .oldestDue()
            .map(due -> Math.max(0, Duration.between(due, clock.now()).toSeconds()))
            .orElse(0L));
  }
}
