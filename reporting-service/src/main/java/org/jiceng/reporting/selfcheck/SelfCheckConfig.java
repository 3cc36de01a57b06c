package org.jiceng.reporting.selfcheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the figures are checked by folding the logs again. */
@ConfigMapping(prefix = "jiceng.self-check")
public interface SelfCheckConfig {
  /** Whether this instance does so; of several that do, one works at a time. */
  @WithDefault("true")
  boolean enabled();

  /** How many events are folded in one transaction. */
  @WithDefault("500")
  int batch();

  /** The share of the time that it works, up to 1; after each transaction it rests accordingly. */
  @WithDefault("0.05")
  double duty();

  /** How long to rest between two passes. */
  @WithDefault("10m")
  Duration rest();

  /** How long after its start an instance begins. */
  @WithDefault("10m")
  Duration firstAfter();

  /** How many passes are kept on record. */
  @WithDefault("200")
  int keep();

  /** How often the metrics are brought up to date. */
  @WithDefault("15s")
  Duration measureEvery();
}
