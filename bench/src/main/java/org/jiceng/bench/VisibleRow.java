package org.jiceng.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.jiceng.kit.codes.IdNumber;

/**
 * From the answer to an admission until the figures of its organisation show it, while transfers
 * run at half the rate that the stack can take.
 */
final class VisibleRow implements Row {
  private static final int PROBES = 300;
  private static final int CLIENTS = 16;

  private final Stack stack;
  private final AtomicInteger people = new AtomicInteger((int) (System.nanoTime() % 400_000));

  VisibleRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "visible";
  }

  @Override
  public String description() {
    return "commit to visible in the figures at half the peak rate of transfers, p99";
  }

  @Override
  public Result measure() throws Exception {
    try (Api members = stack.member();
        Api figures = stack.reporting()) {
      List<Members.Known> known = Members.some(members, 60_000);
      AtomicInteger next = new AtomicInteger(known.size() / 2);
      double peak =
          Clients.rate(CLIENTS, client -> () -> TransferRow.transfer(members, known, next));
      Histogram latency = new Histogram(60_000, 3);
      try (Background load = new Background(members, known, next, peak / 2)) {
        for (int i = 0; i < PROBES; i++) {
          latency.recordValue(probe(members, figures, known.get(i).organizationId()));
        }
        load.requireAlive();
      }
      return new Result(
          name(), latency.getValueAtPercentile(99), Double.NaN, "ms", Result.Bound.AT_MOST, 250);
    }
  }

  private long probe(Api members, Api figures, String organization) throws Exception {
    String question = "statistics?indicators=members.affiliated&organization=" + organization;
    long before = value(figures, question);
    members.post("members", person(organization));
    long committed = System.nanoTime();
    while (value(figures, question) == before) {
      if (System.nanoTime() - committed > 60_000_000_000L) {
        throw new IllegalStateException("an admission does not show after a minute");
      }
      Thread.sleep(2);
    }
    return (System.nanoTime() - committed) / 1_000_000;
  }

  private static long value(Api figures, String question) throws Exception {
    return figures.get(question).json().at("/values/0/value").asLong();
  }

  private Map<String, Object> person(String organization) {
    int n = people.incrementAndGet();
    LocalDate born = LocalDate.of(1940, 1, 1).plusDays(n % 20_000);
    return Map.of(
        "idNumber",
        IdNumber.of("990002", born, n / 20_000 % 1000).value(),
        "name",
        "基准测试",
        "ethnicity",
        "01",
        "education",
        "20",
        "organizationId",
        organization,
        "status",
        "FULL",
        "joinedOn",
        "2001-07-01");
  }

  /** Transfers at a steady rate. */
  private static final class Background implements AutoCloseable {
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final List<Future<?>> clients = new java.util.ArrayList<>();

    Background(Api api, List<Members.Known> known, AtomicInteger next, double rate) {
      long pause = (long) (8 * 1e9 / rate);
      for (int i = 0; i < 8; i++) {
        clients.add(
            threads.submit(
                () -> {
                  long due = System.nanoTime();
                  while (running.get()) {
                    TransferRow.transfer(api, known, next);
                    due = Math.max(due + pause, System.nanoTime() - pause);
                    long wait = due - System.nanoTime();
                    if (wait > 0) {
                      Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                    }
                  }
                  return null;
                }));
      }
    }

    void requireAlive() throws Exception {
      for (Future<?> client : clients) {
        if (client.isDone()) {
          client.get();
        }
      }
    }

    @Override
    public void close() throws Exception {
      running.set(false);
      threads.shutdown();
      for (Future<?> client : clients) {
        client.get();
      }
    }
  }
}
