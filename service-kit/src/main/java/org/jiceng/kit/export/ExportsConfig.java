package org.jiceng.kit.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How bulk files leave. */
@ConfigMapping(prefix = "jiceng.exports")
public interface ExportsConfig {
  /** How many exports may run at the same time in one instance; each holds a connection. */
  @WithDefault("4")
  int parallel();

  /** How long one may take, so that a slow reader does not hold a snapshot for ever. */
  @WithDefault("30m")
  Duration timeout();
}
