package org.jiceng.activity.honour;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.jiceng.kit.policy.DatedPeriod;

/** The numbers of honours. */
@ConfigMapping(prefix = "jiceng.honour")
public interface HonourPolicy {
  /** How long one holds from its award or its renewal on, by that day. */
  @WithDefault("0000-01-01=P3Y")
  DatedPeriod validity();
}
