package org.jiceng.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** A fixed number of clients that repeat the same work in closed loops for a bounded time. */
final class Clients {
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration MEASURED = Duration.ofSeconds(12);

  private Clients() {}

  /** One client's work; each call is one unit. */
  interface Work extends AutoCloseable {
    void once() throws Exception;

    @Override
    default void close() throws Exception {}
  }

  /** Makes the work of the client with that number. */
  interface Worker {
    Work of(int client) throws Exception;
  }

  /** Units a second, after a warm-up. */
  static double rate(int clients, Worker worker) throws Exception {
    AtomicBoolean counting = new AtomicBoolean();
    AtomicBoolean stopped = new AtomicBoolean();
    LongAdder units = new LongAdder();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    List<Future<?>> running = new ArrayList<>();
    try {
      for (int i = 0; i < clients; i++) {
        int client = i;
        running.add(threads.submit(() -> loop(worker, client, counting, stopped, units)));
      }
      pause(WARM_UP, running);
      counting.set(true);
      long from = System.nanoTime();
      pause(MEASURED, running);
      counting.set(false);
      double seconds = (System.nanoTime() - from) / 1e9;
      return units.sum() / seconds;
    } finally {
      stopped.set(true);
      threads.shutdown();
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private static Void loop(
      Worker worker, int client, AtomicBoolean counting, AtomicBoolean stopped, LongAdder units)
      throws Exception {
    try (Work work = worker.of(client)) {
      while (!stopped.get()) {
        work.once();
        if (counting.get()) {
          units.increment();
        }
      }
    }
    return null;
  }

  private static void pause(Duration length, List<Future<?>> running) throws Exception {
    long until = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < until) {
      for (Future<?> one : running) {
        if (one.isDone()) {
          failWith(one);
        }
      }
      Thread.sleep(50);
    }
  }

  private static void failWith(Future<?> ended) throws Exception {
    try {
      ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e.getCause());
    }
  }
}
