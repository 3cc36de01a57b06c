package org.jiceng.reporting.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How listeners are told of new figures. */
@ConfigMapping(prefix = "jiceng.stream")
public interface StreamConfig {
  /** How many may listen at the same time in one instance; whoever comes then is told 503. */
  @WithDefault("500")
  int listeners();

  /** How often it is looked whether the fold has advanced; no listener is told more often. */
  @WithDefault("1s")
  Duration every();

  /** After how long without news listeners are told the same again, so that they know it lives. */
  @WithDefault("15s")
  Duration heartbeat();
}
