package org.jiceng.stack.sample;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far the load is: a bar for people at a terminal, a line for each tenth elsewhere. */
final class LoadProgress implements AutoCloseable {
  private final PrintStream out;
  private final long total;
  private final ProgressBar bar;
  private final Map<String, Long> rowsRead = new ConcurrentHashMap<>();
  private int tenths;

  LoadProgress(PrintStream out, boolean terminal, long total) {
    this.out = out;
    this.total = total;
    this.bar = terminal ? bar(total) : null;
  }

  private static ProgressBar bar(long total) {
    return new ProgressBarBuilder()
        .setTaskName("Loading the sample district")
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUnit(" rows", 1)
        .showSpeed()
        .setUpdateIntervalMillis(200)
        .build();
  }

  /** So many rows of a file have been read. */
  void read(SampleFile file, long rows) {
    rowsRead.put(file.toString(), rows);
    show(rowsRead.values().stream().mapToLong(Long::longValue).sum());
  }

  private synchronized void show(long rows) {
    if (bar != null) {
      bar.stepTo(rows);
      return;
    }
    int now = (int) (10 * rows / total);
    if (now > tenths) {
      tenths = now;
      out.printf("  %3d %%  %,d of %,d rows%n", tenths * 10, rows, total);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
