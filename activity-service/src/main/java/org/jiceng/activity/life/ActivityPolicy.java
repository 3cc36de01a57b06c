package org.jiceng.activity.life;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The numbers of plans. */
@ConfigMapping(prefix = "jiceng.activity")
public interface ActivityPolicy {
  /** How far ahead an activity may be planned, in days. */
  @WithDefault("366")
  int planWithinDays();

  /** How long an activity may last. */
  @WithDefault("72h")
  Duration longest();
}
