package org.jiceng.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.stack.process.Memory;

/** Registers of units that grow tenfold twice, each in one file: rate and memory stay. */
final class GrowingImportRow implements Row {
  private static final List<Integer> SIZES = List.of(20_000, 200_000, 2_000_000);

  private final Stack stack;

  GrowingImportRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "import-units-growth";
  }

  @Override
  public String description() {
    return "import "
        + SIZES
        + " units, each in one file: the last one's rows a second against the first one's, and the"
        + " registry's peak memory likewise";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public List<Result> results() throws Exception {
    List<Double> rates = new ArrayList<>();
    List<Long> peaks = new ArrayList<>();
    try (Api registry = stack.registry()) {
      UnitFiles files = new UnitFiles(registry);
      for (int size : SIZES) {
        Path file = files.write(size);
        try {
          Memory.forgetPeak(stack.registryProcess());
          rates.add(size / files.bring(file));
          peaks.add(Memory.peakMebibytes(stack.registryProcess()).orElseThrow());
        } finally {
          Files.delete(file);
        }
        System.err.printf(
            "%,d units: %,.0f a second, peak %d MiB%n",
            size, rates.get(rates.size() - 1), peaks.get(peaks.size() - 1));
      }
    }
    int last = SIZES.size() - 1;
    return List.of(
        new Result(name(), rates.get(last), rates.get(0), "rows/s", Result.Bound.AT_LEAST, 0.8),
        new Result(
            "import-units-memory",
            peaks.get(last),
            peaks.get(0),
            "MiB",
            Result.Bound.AT_MOST,
            1.3));
  }

  @Override
  public Result measure() throws Exception {
    return results().get(0);
  }
}
