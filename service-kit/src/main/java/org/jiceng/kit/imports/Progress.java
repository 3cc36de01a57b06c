package org.jiceng.kit.imports;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Counts the rows, tells how far the job is every half second, and stops when it is to stop. */
final class Progress {
  private static final long EVERY = Duration.ofMillis(500).toNanos();

  /** Reading is most of the work; the last tenth is the session's finish. */
  private static final int READING = 90;

  private final UUID jobId;
  private final JobRecord record;
  private final ErrorLog errors;
  private final BooleanSupplier stopped;
  private long rows;
  private long told = System.nanoTime();

  Progress(UUID jobId, JobRecord record, ErrorLog errors, BooleanSupplier stopped) {
    this.jobId = jobId;
    this.record = record;
    this.errors = errors;
    this.stopped = stopped;
  }

  void row(int percentRead) {
    rows++;
    if ((rows & 0x3F) == 0 && System.nanoTime() - told > EVERY) {
      tell(percentRead * READING / 100);
    }
  }

  void finishing() {
    if (rows > 1_000) {
      tell(READING);
    }
  }

  long rows() {
    return rows;
  }

  private void tell(int percent) {
    if (stopped.getAsBoolean()) {
      throw new CancellationException("this instance stops");
    }
    record.progress(jobId, rows, errors.rejectedRows(), percent);
    told = System.nanoTime();
  }
}
