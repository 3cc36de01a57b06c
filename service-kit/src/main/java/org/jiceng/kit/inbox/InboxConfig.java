package org.jiceng.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the inbox reads. */
@ConfigMapping(prefix = "jiceng.inbox")
public interface InboxConfig {
  /** Whether this instance reads its neighbours' events. */
  @WithDefault("true")
  boolean enabled();

  /** How many partitions a handler is given events of at the same time. */
  @WithDefault("1")
  int readers();

  /** How many events a handler is given at most at a time. */
  @WithDefault("2000")
  int batch();

  /** How long to wait before reading again after the database or the broker failed. */
  @WithDefault("1s")
  Duration pauseAfterFailure();
}
