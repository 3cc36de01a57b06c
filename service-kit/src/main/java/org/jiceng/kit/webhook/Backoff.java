package org.jiceng.kit.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: doubling, less up to a half by chance, within a bound. */
public record Backoff(Duration first, Duration longest) {
  private static final int DOUBLINGS = 40;

  /** The wait after so many failures in a row, at least one. */
  public Duration after(int failures, RandomGenerator chance) {
    double full =
        Math.min(
            longest.toMillis(), first.toMillis() * Math.pow(2, Math.min(DOUBLINGS, failures - 1)));
    return Duration.ofMillis(Math.round(full * (0.5 + chance.nextDouble() / 2)));
  }
}
