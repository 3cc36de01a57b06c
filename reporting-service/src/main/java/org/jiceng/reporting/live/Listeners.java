package org.jiceng.reporting.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/** Who listens. One look at the positions is for all of them, and none is made for nobody. */
@ApplicationScoped
class Listeners {
  private static final String RETRY_AFTER_SECONDS = "30";

  private final FoldPositions positions;
  private final StreamConfig config;
  private final BusinessClock clock;
  private final Set<Listener> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger places = new AtomicInteger();

  Listeners(
      FoldPositions positions, StreamConfig config, BusinessClock clock, MeterRegistry meters) {
    this.positions = positions;
    this.config = config;
    this.clock = clock;
    meters.gauge("jiceng.stream.listeners", places);
  }

  /**
   * The positions from now on. Who is slow hears the latest only.
   *
   * @param until when the caller's token ends
   */
  Multi<FoldPosition> listen(Instant until) {
    if (places.incrementAndGet() > config.listeners()) {
      places.decrementAndGet();
      throw new Problem(LiveProblems.TOO_MANY_LISTENERS).header("Retry-After", RETRY_AFTER_SECONDS);
    }
    return Multi.createFrom()
        .emitter(
            to -> {
              Listener listener = new Listener(to, until);
              open.add(listener);
              to.onTermination(() -> leave(listener));
            },
            BackPressureStrategy.LATEST);
  }

  private void leave(Listener listener) {
    if (open.remove(listener)) {
      places.decrementAndGet();
    }
  }

  @Scheduled(
      every = "${jiceng.stream.every:1s}",
      identity = "tell-listeners",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tell() {
    if (open.isEmpty()) {
      return;
    }
    FoldPosition position = positions.now();
    Instant now = clock.now();
    open.forEach(listener -> listener.hear(position, now, config.heartbeat()));
  }

  /** A service that stops waits for open requests; these would not end by themselves. */
  void end(@Observes ShutdownDelayInitiatedEvent stopping) {
    open.forEach(Listener::end);
  }
}
