package org.jiceng.reporting.selfcheck;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jiceng.kit.time.BusinessClock;

/** How long ago both projections were found equal, and how many rows differed at the last pass. */
@ApplicationScoped
class SelfCheckMeters {
  private final SelfChecks checks;
  private final BusinessClock clock;
  private final AtomicLong age = new AtomicLong();
  private final AtomicLong differences = new AtomicLong();

  SelfCheckMeters(SelfChecks checks, BusinessClock clock, MeterRegistry meters) {
    this.checks = checks;
    this.clock = clock;
    Gauge.builder("jiceng.self.check.age", age, AtomicLong::doubleValue)
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("jiceng.self.check.differences", differences, AtomicLong::doubleValue)
        .register(meters);
  }

  @Scheduled(
      every = "${jiceng.self-check.measure-every:15s}",
      identity = "measure-self-check",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void measure() {
    Instant now = clock.now();
    age.set(checks.lastEqual().map(at -> Duration.between(at, now).toSeconds()).orElse(0L));
    differences.set(
        checks
            .lastCompared()
            .map(last -> last.differences().values().stream().mapToLong(Long::longValue).sum())
            .orElse(0L));
  }
}
