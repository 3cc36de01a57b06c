package org.jiceng.kit.tally;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * When a service counts in its own tables, and of how many events it may have to say so by name.
 */
@ConfigMapping(prefix = "jiceng.tally")
public interface TallyConfig {
  /** How often the whole district is counted; off for never. */
  @WithDefault("60s")
  String every();

  /** How often the townships are counted; off for never. */
  @WithDefault("1h")
  String byAreaEvery();

  /** How many events without a position a tally may name; while there are more, none is made. */
  @WithDefault("1000")
  int mostAlsoCounted();

  /** How often a tally is tried while more events than that have no position. */
  @WithDefault("10")
  int attempts();

  /** How long the relay is left alone between two of these. */
  @WithDefault("500ms")
  Duration pause();
}
