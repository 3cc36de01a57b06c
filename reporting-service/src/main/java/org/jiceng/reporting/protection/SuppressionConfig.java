package org.jiceng.reporting.protection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How small counts of persons are protected from those without the right to see persons. */
@ConfigMapping(prefix = "jiceng.suppression")
public interface SuppressionConfig {
  /** The smallest count of persons that is shown, besides none. */
  @WithDefault("5")
  @Min(2)
  int k();
}
