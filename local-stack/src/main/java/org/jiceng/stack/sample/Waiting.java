package org.jiceng.stack.sample;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Pauses between two questions. */
final class Waiting {
  private Waiting() {}

  /**
   * Pauses.
   *
   * @throws LoadFailure when the thread is interrupted
   */
  static void pause(Duration pause) {
    LockSupport.parkNanos(pause.toNanos());
    if (Thread.currentThread().isInterrupted()) {
      throw new LoadFailure("interrupted");
    }
  }
}
