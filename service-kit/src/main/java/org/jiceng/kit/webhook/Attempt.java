package org.jiceng.kit.webhook;

import java.time.Duration;

/**
 * What became of sending an event once.
 *
 * @param failure in one word; null if it was delivered
 * @param retryAfter how long the receiver wants to be left alone
 */
record Attempt(Result result, String failure, Duration retryAfter) {
  enum Result {
    DELIVERED,
    FAILED,
    GONE
  }

  static Attempt delivered() {
    return new Attempt(Result.DELIVERED, null, Duration.ZERO);
  }

  /** The receiver wants nothing any more. */
  static Attempt gone() {
    return new Attempt(Result.GONE, "http-410", Duration.ZERO);
  }

  static Attempt failed(String failure) {
    return failed(failure, Duration.ZERO);
  }

  static Attempt failed(String failure, Duration retryAfter) {
    return new Attempt(Result.FAILED, failure, retryAfter);
  }
}
