package org.jiceng.bench;

import org.jiceng.stack.process.Memory;

/** What the largest of the four services holds while nobody asks for anything. */
final class IdleMemoryRow implements Row {
  private static final long QUIET_MILLIS = 5_000;

  private final Stack stack;

  IdleMemoryRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "idle-memory";
  }

  @Override
  public String description() {
    return "resident memory of the largest service, after five quiet seconds, as it is now";
  }

  @Override
  public Result measure() throws Exception {
    Thread.sleep(QUIET_MILLIS);
    long largest =
        stack
            .services()
            .map(pid -> Memory.residentMebibytes(pid).orElseThrow())
            .max()
            .orElseThrow();
    return new Result(name(), largest, Double.NaN, "MiB", Result.Bound.AT_MOST, 200);
  }
}
