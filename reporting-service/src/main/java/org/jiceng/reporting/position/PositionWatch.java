package org.jiceng.reporting.position;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jiceng.reporting.ledger.FoldBell;

/**
 * Watches the fold for all answers that wait: one thread with one short look for all of them, so
 * that those who wait hold neither a thread nor a connection. A batch that was folded here wakes it
 * at once; looking now and then finds what another instance has folded.
 */
@ApplicationScoped
public class PositionWatch {
  private static final Logger LOG = Logger.getLogger(PositionWatch.class);
  private static final Duration IDLE = Duration.ofMinutes(1);

  private record Waiting(Wait wanted, Runnable goOn) {}

  private final FoldedLogs logs;
  private final FoldBell bell;
  private final PositionsConfig config;
  private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean running;
  private Thread thread;

  PositionWatch(FoldedLogs logs, FoldBell bell, PositionsConfig config, MeterRegistry meters) {
    this.logs = logs;
    this.bell = bell;
    this.config = config;
    meters.gauge("jiceng.positions.waiting", count);
  }

  void onStart(@Observes StartupEvent started) {
    running = true;
    thread = new Thread(this::keepWatching, "position-watch");
    thread.setDaemon(true);
    thread.start();
  }

  void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    bell.ring();
    thread.join(Duration.ofSeconds(2).toMillis());
    waiting.forEach(this::release);
  }

  /** For these places, as long as the caller prefers within what is allowed. */
  Wait wait(Set<Place> places, List<String> prefer) {
    return Wait.of(places, prefer, config);
  }

  /** Takes a place for an answer that will wait; false if as many wait already as may. */
  boolean reserve() {
    if (count.incrementAndGet() > config.waiters()) {
      count.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Goes on with an answer that has reserved, once its wait is over. */
  void whenOver(Wait wait, Runnable goOn) {
    waiting.add(new Waiting(wait, goOn));
    bell.ring();
  }

  private void keepWatching() {
    Duration pause = config.poll();
    while (running) {
      try {
        boolean rung = bell.await(waiting.isEmpty() ? IDLE : untilNextLook(pause));
        pause = rung ? config.poll() : longer(pause);
        if (!waiting.isEmpty()) {
          look();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(config.longestPoll()) < 0 ? twice : config.longestPoll();
  }

  private Duration untilNextLook(Duration pause) {
    return waiting.stream().map(one -> one.wanted().left()).reduce(pause, PositionWatch::shorter);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void look() {
    Set<Place> reached = reached();
    for (Waiting one : waiting) {
      one.wanted().reach(reached);
      if (one.wanted().isOver()) {
        release(one);
      }
    }
  }

  /** Nothing while the database does not answer: who waits then waits in vain, but not for ever. */
  private Set<Place> reached() {
    try {
      return logs.reached(
          waiting.stream()
              .flatMap(one -> one.wanted().missing().stream())
              .collect(Collectors.toSet()));
    } catch (RuntimeException e) {
      LOG.warnf("answers go on waiting after: %s", e.getMessage());
      return Set.of();
    }
  }

  private void release(Waiting one) {
    if (waiting.remove(one)) {
      count.decrementAndGet();
      try {
        one.goOn().run();
      } catch (RuntimeException e) {
        LOG.warnf("an answer that has waited cannot go on: %s", e.getMessage());
      }
    }
  }
}
