package org.jiceng.reporting.position;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers wait for a position. */
@ConfigMapping(prefix = "jiceng.positions")
public interface PositionsConfig {
  /** How long an answer waits for its {@code minPosition} unless the caller prefers otherwise. */
  @WithDefault("10s")
  Duration usualWait();

  /** How long it waits at most, whatever the caller prefers. */
  @WithDefault("30s")
  Duration longestWait();

  /** How many answers wait at the same time in this instance; who comes later is refused. */
  @WithDefault("500")
  int waiters();

  /**
   * How soon waiting answers look again when no batch was folded here, for another instance may
   * have folded it; twice as long each time, up to {@link #longestPoll}.
   */
  @WithDefault("50ms")
  Duration poll();

  /** How seldom they look at most. */
  @WithDefault("500ms")
  Duration longestPoll();

  /** When a caller who waited in vain had better come again. */
  @WithDefault("2s")
  Duration retryAfter();
}
