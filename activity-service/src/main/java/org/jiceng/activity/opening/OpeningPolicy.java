package org.jiceng.activity.opening;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The numbers of opening and closing. */
@ConfigMapping(prefix = "jiceng.opening")
public interface OpeningPolicy {
  /** For how many days ahead it is worked out when a site is open, so that it can be found. */
  @WithDefault("450")
  int daysWorkedOut();

  /** How many days ahead a week, an exception or a closure may begin. */
  @WithDefault("366")
  int daysAhead();

  /** How many days a closure may last; what never comes back is closed for good. */
  @WithDefault("366")
  int longestClosure();

  /** How many bookings one closure may hit; a longer one is decided piece by piece. */
  @WithDefault("2000")
  int mostBookingsHit();

  /** How many days one may look at in one go. */
  @WithDefault("62")
  int mostDaysAsked();
}
