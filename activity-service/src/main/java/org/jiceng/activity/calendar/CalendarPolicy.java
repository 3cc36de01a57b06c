package org.jiceng.activity.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The numbers of calendar feeds. */
@ConfigMapping(prefix = "jiceng.calendar")
public interface CalendarPolicy {
  /** How long what is over, or was cancelled, is still shown. */
  @WithDefault("P30D")
  Duration showFor();

  /** How many bookings a feed holds at most, the earliest first. */
  @WithDefault("2000")
  int mostBookings();

  /** How long a reader may keep a feed before it asks again. */
  @WithDefault("PT5M")
  Duration freshFor();
}
