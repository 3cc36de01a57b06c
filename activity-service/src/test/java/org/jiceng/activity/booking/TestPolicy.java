package org.jiceng.activity.booking;

import java.time.Duration;
import org.jiceng.kit.policy.DatedNumber;
import org.jiceng.kit.policy.DatedPeriod;

/** Small numbers, so that their edges are met. */
public record TestPolicy() implements BookingPolicy {
  @Override
  public Duration longest() {
    return Duration.ofHours(8);
  }

  @Override
  public Duration furthestAhead() {
    return Duration.ofHours(20);
  }

  @Override
  public Duration lookAround() {
    return Duration.ofDays(1);
  }

  @Override
  public int alternatives() {
    return 3;
  }

  @Override
  public Duration holdFor() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Duration cancelBefore() {
    return Duration.ofHours(2);
  }

  @Override
  public Duration checkInBefore() {
    return Duration.ofMinutes(30);
  }

  @Override
  public Duration noShowAfter() {
    return Duration.ofMinutes(30);
  }

  @Override
  public Duration remindBefore() {
    return Duration.ofHours(24);
  }

  @Override
  public DatedNumber hoursAhead() {
    return new DatedNumber("0001-01-01=10");
  }

  @Override
  public DatedNumber hoursAMonth() {
    return new DatedNumber("0001-01-01=6,2027-01-01=7");
  }

  @Override
  public DatedNumber noShows() {
    return new DatedNumber("0001-01-01=3,2030-01-01=0");
  }

  @Override
  public DatedPeriod noShowsWithin() {
    return new DatedPeriod("0001-01-01=P90D");
  }

  @Override
  public DatedPeriod noShowPenalty() {
    return new DatedPeriod("0001-01-01=P30D");
  }

  @Override
  public int mostOccurrences() {
    return 400;
  }
}
