package org.jiceng.registry.register;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How registers are taken in. */
@ConfigMapping(prefix = "jiceng.register")
public interface RegisterPolicy {
  /** How long the differences of a register file can be read after it is done with. */
  @WithDefault("P90D")
  Duration keepDifferences();
}
