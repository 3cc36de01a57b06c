package org.jiceng.reporting.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rung by the fold of this instance after each batch; many rings before someone looks are one. */
@ApplicationScoped
public class FoldBell {
  private final Semaphore rung = new Semaphore(0);

  /** Says that there is something new to be seen. */
  public void ring() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /** Waits for a ring, at most that long; true if it rang. */
  public boolean await(Duration atMost) throws InterruptedException {
    boolean woken = rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    rung.drainPermits();
    return woken;
  }
}
