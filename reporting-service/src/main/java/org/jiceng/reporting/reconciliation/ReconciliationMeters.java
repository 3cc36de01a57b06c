package org.jiceng.reporting.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jiceng.events.Topic;
import org.jiceng.kit.time.BusinessClock;

/**
 * How many counts differed when the services' were last set beside what was folded, and how long
 * ago that was: only such times count at which no difference can be a passing one.
 */
@ApplicationScoped
class ReconciliationMeters {
  private final ReconciliationRuns runs;
  private final BusinessClock clock;
  private final Instant startedAt;
  private final Map<Topic, AtomicLong> differences = new EnumMap<>(Topic.class);
  private final AtomicLong age = new AtomicLong();

  ReconciliationMeters(ReconciliationRuns runs, BusinessClock clock, MeterRegistry meters) {
    this.runs = runs;
    this.clock = clock;
    this.startedAt = clock.now();
    for (Topic topic : Topic.FACTS) {
      AtomicLong value = new AtomicLong();
      differences.put(topic, value);
      Gauge.builder("jiceng.reconciliation.differences", value, AtomicLong::doubleValue)
          .tag("topic", topic.name())
          .register(meters);
    }
    Gauge.builder("jiceng.reconciliation.age", age, AtomicLong::doubleValue)
        .baseUnit("seconds")
        .register(meters);
  }

  @Scheduled(
      every = "${jiceng.reconciliation.measure-every:15s}",
      identity = "measure-reconciliation",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void measure() {
    Optional<ReconciliationRun> last = runs.lastCertain();
    Instant at = last.map(ReconciliationRun::dueAt).orElse(startedAt);
    age.set(Math.max(0, Duration.between(at, clock.now()).toSeconds()));
    differences.forEach((topic, value) -> value.set(last.map(run -> count(run, topic)).orElse(0)));
  }

  private static int count(ReconciliationRun run, Topic topic) {
    return run.differences().getOrDefault(topic.name(), List.of()).size();
  }
}
