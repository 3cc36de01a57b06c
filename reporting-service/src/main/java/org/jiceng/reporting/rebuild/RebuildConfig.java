package org.jiceng.reporting.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this instance takes part in rebuilds. */
@ConfigMapping(prefix = "jiceng.rebuild")
public interface RebuildConfig {
  /** How many partitions this instance folds at the same time; 0 leaves rebuilds to others. */
  @WithDefault("2")
  int workers();

  /** How many events are folded in one transaction. */
  @WithDefault("2000")
  int batch();

  /** How often to look for a rebuild that was begun, or left behind, by another instance. */
  @WithDefault("1s")
  Duration lookEvery();
}
