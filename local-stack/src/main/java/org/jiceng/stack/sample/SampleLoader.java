package org.jiceng.stack.sample;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jiceng.stack.StackAccess;

/**
 * Loads the sample district through the public bulk APIs, as any other system would: areas, then
 * organisations, then everything that stands on them side by side. Loading again what is there
 * changes nothing, for each file has its Idempotency-Key.
 */
public final class SampleLoader {
  private static final Duration POLL = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final StackAccess access;
  private final SampleDistrict district;
  private final ImportDoor door;
  private final PrintStream out;
  private final boolean terminal;

  /**
   * @param terminal whether a person watches, so that a progress bar makes sense
   */
  public SampleLoader(StackAccess access, PrintStream out, boolean terminal) {
    this.access = access;
    this.district = new SampleDistrict(access.scale());
    this.door = new ImportDoor(access, "sample-" + access.scale() + "-");
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * What a load took.
   *
   * @param rows how many rows were imported
   * @param imported until the last import had committed
   * @param folded until the figures showed them, the imports included
   */
  public record Load(long rows, Duration imported, Duration folded) {
    /** Rows a second, from the first request until the figures showed the last. */
    public long rate() {
      return rows * 1000 / Math.max(1, folded.toMillis());
    }

    /** One line for people. */
    @Override
    public String toString() {
      return "Loaded %,d rows in %.1f s (%,d a second)."
          .formatted(rows, folded.toMillis() / 1e3, rate());
    }
  }

  /**
   * Loads everything and waits until the figures show it.
   *
   * @throws LoadFailure when a service refuses a file or is gone for long
   */
  public Load load() {
    long rows = Stream.of(Dataset.values()).mapToLong(district::count).sum();
    long begun = System.nanoTime();
    try (LoadProgress progress = new LoadProgress(out, terminal, rows)) {
      bring(progress, Dataset.AREAS, Dataset.ORGANIZATIONS);
      bringAllThatStandsOnOrganizations(progress);
    }
    Duration imported = Duration.ofNanos(System.nanoTime() - begun);
    new Folding(access, new FiguresTable(access)).await();
    return new Load(rows, imported, Duration.ofNanos(System.nanoTime() - begun));
  }

  private void bringAllThatStandsOnOrganizations(LoadProgress progress) {
    ExecutorService lanes = Executors.newFixedThreadPool(4);
    try {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      all.add(lane(lanes, () -> bring(progress, Dataset.UNITS)));
      all.add(
          lane(lanes, () -> bring(progress, Dataset.BUILDINGS, Dataset.STATIONS, Dataset.POSTS)));
      all.add(
          lane(
              lanes,
              () -> {
                await("member", () -> door.wouldTake(district.memberProbe()));
                bring(progress, Dataset.MEMBERS, Dataset.MOBILE_REGISTRATIONS);
              }));
      all.add(
          lane(
              lanes,
              () -> {
                await("activity", () -> door.wouldTake(district.brandProbe()));
                bring(progress, Dataset.SITES, Dataset.BRANDS, Dataset.DEMONSTRATION_POINTS);
              }));
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LoadFailure failure
          ? failure
          : new LoadFailure("the load broke off", e.getCause());
    } finally {
      lanes.shutdownNow();
    }
  }

  private static CompletableFuture<Void> lane(ExecutorService lanes, Runnable work) {
    return CompletableFuture.runAsync(work, lanes);
  }

  private void bring(LoadProgress progress, Dataset... datasets) {
    for (Dataset dataset : datasets) {
      Iterator<SampleFile> files = district.files(dataset);
      while (files.hasNext()) {
        SampleFile file = files.next();
        door.bring(file, rows -> progress.read(file, rows));
      }
    }
  }

  /** A service knows the organisations only once their events have reached it. */
  private static void await(String service, BooleanSupplier knowsTheOrganizations) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!knowsTheOrganizations.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new LoadFailure("the " + service + " service does not hear of the organisations");
      }
      Waiting.pause(POLL);
    }
  }
}
