package org.jiceng.activity.booking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.jiceng.kit.policy.DatedNumber;
import org.jiceng.kit.policy.DatedPeriod;

/** The numbers of booking. What is dated goes by the business date on which it is asked. */
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

  /** How long a space is held while a person decides. */
  @WithDefault("PT5M")
  Duration holdFor();

  /** How long before it begins those who booked may cancel at the latest. */
  @WithDefault("PT2H")
  Duration cancelBefore();

  /** How long before it begins one may check in at the earliest. */
  @WithDefault("PT30M")
  Duration checkInBefore();

  /** How long after it began a booking is released if nobody has checked in. */
  @WithDefault("PT30M")
  Duration noShowAfter();

  /** How long before it begins a booking's reminder is due. */
  @WithDefault("PT24H")
  Duration remindBefore();

  /** How many hours an organisation may have ahead on the sites of others, by the day it asks. */
  @WithDefault("0001-01-01=600")
  DatedNumber hoursAhead();

  /** How many hours of one month it may have there, by the day it asks. */
  @WithDefault("0001-01-01=160")
  DatedNumber hoursAMonth();

  /** How many no-shows bring a penalty; 0 for none, by the day of asking. */
  @WithDefault("0001-01-01=3")
  DatedNumber noShows();

  /** Within which time they bring it. */
  @WithDefault("0001-01-01=P90D")
  DatedPeriod noShowsWithin();

  /** For how long from the last of them nothing new is booked. */
  @WithDefault("0001-01-01=P30D")
  DatedPeriod noShowPenalty();

  /** How many occurrences a series has at most. */
  @WithDefault("400")
  int mostOccurrences();
}
