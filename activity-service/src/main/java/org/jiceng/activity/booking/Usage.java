package org.jiceng.activity.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiceng.kit.problem.Problem;

/**
 * How much an organisation has of the sites of others, and whether it may have more. Not for
 * several threads: it grows with what is taken.
 */
public final class Usage {
  private final Duration mostAhead;
  private final Duration mostAMonth;
  private final ZoneId zone;
  private final Map<YearMonth, Duration> months;
  private Duration ahead;

  /** As it was counted while the organisation was held, with the quotas of the day. */
  Usage(
      BookingPolicy policy,
      LocalDate today,
      ZoneId zone,
      Duration ahead,
      Map<YearMonth, Duration> months) {
    this.mostAhead = Duration.ofHours(policy.hoursAhead().on(today));
    this.mostAMonth = Duration.ofHours(policy.hoursAMonth().on(today));
    this.zone = zone;
    this.ahead = ahead;
    this.months = new HashMap<>(months);
  }

  /** Of one who needs no quota: whoever manages a site. */
  static Usage unlimited(ZoneId zone) {
    return new Usage(zone);
  }

  private Usage(ZoneId zone) {
    this.mostAhead = Duration.ofSeconds(Long.MAX_VALUE);
    this.mostAMonth = mostAhead;
    this.zone = zone;
    this.ahead = Duration.ZERO;
    this.months = new HashMap<>();
  }

  /** Counts a time as taken, or says which quota forbids it. */
  public Optional<Problem> take(Slot slot) {
    YearMonth month = monthOf(slot.startsAt(), zone);
    Duration thatMonth = months.getOrDefault(month, Duration.ZERO).plus(slot.length());
    Duration all = ahead.plus(slot.length());
    if (all.compareTo(mostAhead) > 0) {
      return Optional.of(new Problem(BookingProblems.QUOTA_AHEAD, mostAhead.toHours()));
    }
    if (thatMonth.compareTo(mostAMonth) > 0) {
      return Optional.of(
          new Problem(BookingProblems.QUOTA_MONTH, mostAMonth.toHours(), month.toString()));
    }
    ahead = all;
    months.put(month, thatMonth);
    return Optional.empty();
  }

  /** Counts what is to be had all or not at all. */
  public void takeAll(List<Slot> slots) {
    for (Slot slot : slots) {
      take(slot)
          .ifPresent(
              problem -> {
                throw problem;
              });
    }
  }

  /** The month whose quota a time counts against: that in which it begins. */
  static YearMonth monthOf(Instant startsAt, ZoneId zone) {
    return YearMonth.from(startsAt.atZone(zone));
  }
}
