package org.jiceng.reporting.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;

/** Somebody who is told positions until the token ends. */
final class Listener {
  private final MultiEmitter<? super FoldPosition> to;
  private final Instant until;
  private FoldPosition told;
  private Instant toldAt = Instant.MIN;

  Listener(MultiEmitter<? super FoldPosition> to, Instant until) {
    this.to = to;
    this.until = until;
  }

  /**
   * What is new, and what is not new after a while: a connection on which nothing comes is dead.
   */
  void hear(FoldPosition position, Instant now, Duration heartbeat) {
    if (!now.isBefore(until)) {
      to.complete();
    } else if (!position.equals(told) || !now.isBefore(toldAt.plus(heartbeat))) {
      told = position;
      toldAt = now;
      to.emit(position);
    }
  }

  void end() {
    to.complete();
  }
}
