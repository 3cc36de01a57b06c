package org.jiceng.activity.checkin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The numbers of check-in. */
@ConfigMapping(prefix = "jiceng.check-in")
public interface CheckInPolicy {
  /** How long one code is shown before another takes its place. */
  @WithDefault("30s")
  Duration codeLasts();

  /** How long before an activity begins its code may be shown. */
  @WithDefault("30m")
  Duration opensBefore();

  /** How long after the moment of its code a check-in may be handed in. */
  @WithDefault("24h")
  Duration handedInWithin();

  /** By how much a phone's clock may be wrong. */
  @WithDefault("2m")
  Duration clockError();

  /** How many phones of one member may sign at the same time. */
  @WithDefault("5")
  int phones();
}
