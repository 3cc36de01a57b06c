package org.jiceng.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "jiceng.relay")
public interface RelayConfig {
  /** Whether this instance may relay at all; off in a service that publishes nothing. */
  @WithDefault("true")
  boolean enabled();

  /** How long the relay waits at most before it looks again without having been woken. */
  @WithDefault("1s")
  Duration poll();

  /** How many events it places and sends at a time. */
  @WithDefault("5000")
  int batch();

  /** How old the oldest unpublished event may be before the service calls itself not ready. */
  @WithDefault("60s")
  Duration maxLag();
}
