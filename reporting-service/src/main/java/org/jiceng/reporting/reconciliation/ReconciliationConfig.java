package org.jiceng.reporting.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the services' counts are set beside what was folded. */
@ConfigMapping(prefix = "jiceng.reconciliation")
public interface ReconciliationConfig {
  /** When, in cron form with seconds, in the district's time zone; off for never. */
  String at();

  /** How many results are kept. */
  @WithDefault("500")
  int keep();

  /** How often the metrics are brought up to date. */
  @WithDefault("15s")
  Duration measureEvery();
}
