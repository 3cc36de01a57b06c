package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiceng.stack.StackAccess;
import org.jiceng.stack.Supervisor;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.sample.Scale;
import org.jiceng.stack.service.Module;

/**
 * Folds the running stack's district, and one so many times as large, each into a reporting service
 * of its own with a log and a database of its own; compares how fast it folds and answers.
 */
final class GrowthRow implements Row {
  /** How many times as large, separated by commas. */
  private static final String TIMES = "JICENG_BENCH_GROWTH";

  private final Stack stack;

  GrowthRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String description() {
    return "the district so many times over ("
        + TIMES
        + ", 10): the page's latency and the fold's rate";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  /** What one size came to. */
  private record Size(int times, long events, double eventsPerSecond, double pageMillis) {}

  @Override
  public List<Result> results() throws Exception {
    Size one = size(1);
    List<Result> results = new ArrayList<>();
    for (int times : times()) {
      Size grown = size(times);
      String name = name() + "-" + times;
      results.add(
          new Result(
              name + "-latency",
              grown.pageMillis(),
              one.pageMillis(),
              "ms",
              Result.Bound.AT_MOST,
              1.3));
      results.add(
          new Result(
              name + "-fold",
              grown.eventsPerSecond(),
              one.eventsPerSecond(),
              "events/s",
              Result.Bound.AT_LEAST,
              0.9));
    }
    return results;
  }

  @Override
  public Result measure() throws Exception {
    return results().get(0);
  }

  private static List<Integer> times() {
    String times = Optional.ofNullable(System.getenv(TIMES)).orElse("10");
    return Arrays.stream(times.split(",")).map(Integer::valueOf).toList();
  }

  private Size size(int times) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target"), "bench-growth");
    Supervisor small =
        Supervisor.of(new DataFolder(folder), Scale.SURVEY, null, new PrintStream(System.err));
    try {
      small.startServers();
      long events =
          new LogCopies(stack.brokers(), "127.0.0.1:" + small.ports().kafka()).write(times);
      long from = System.nanoTime();
      small.startServices(List.of(Module.REPORTING));
      return measured(times, events, from, small.access());
    } finally {
      small.stop();
      delete(folder);
    }
  }

  private Size measured(int times, long events, long from, StackAccess access)
      throws IOException, InterruptedException {
    try (Api reporting = new Api(access.reporting(), access.token("system"))) {
      while (waiting(reporting)) {
        Thread.sleep(200);
      }
      double rate = events / ((System.nanoTime() - from) / 1e9);
      double page = DistrictPageRow.millisAnew(reporting);
      System.err.printf(
          "%d times: %,d events, %,.0f a second, the page in %.1f ms%n", times, events, rate, page);
      return new Size(times, events, rate, page);
    }
  }

  private static boolean waiting(Api reporting) throws IOException {
    for (JsonNode log : reporting.get("freshness").json()) {
      if (log.path("lag").asLong(1) > 0) {
        return true;
      }
    }
    return false;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
