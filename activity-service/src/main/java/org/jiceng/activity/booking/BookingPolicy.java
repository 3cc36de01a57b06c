package org.jiceng.activity.booking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The numbers of booking. */
@ConfigMapping(prefix = "jiceng.booking")
public interface BookingPolicy {
  /** How long one booking may last at most. */
  @WithDefault("P7D")
  Duration longest();

  /** How long before it begins a booking may be made at most. */
  @WithDefault("P366D")
  Duration furthestAhead();

  /** How far before and after the wished time a free one is looked for when it is taken. */
  @WithDefault("P14D")
  Duration lookAround();

  /** How many alternatives of each kind, other times and other spaces, a conflict names at most. */
  @WithDefault("5")
  int alternatives();
}
