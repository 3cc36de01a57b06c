package org.jiceng.activity.space;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The numbers of finding. */
@ConfigMapping(prefix = "jiceng.finding")
public interface SpacePolicy {
  /** How long a use is for which a space is looked for, when nobody says. */
  @WithDefault("PT1H")
  Duration usualLength();

  /** How long a use may be for which a space is looked for. */
  @WithDefault("P31D")
  Duration longest();

  /** How far ahead one may look. */
  @WithDefault("P366D")
  Duration furthestAhead();

  /** How long a time one may look at in one go for free intervals. */
  @WithDefault("P62D")
  Duration longestLook();
}
