package org.jiceng.activity.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.time.BusinessClock;

/** When a site is open, for the features that use its spaces. */
@ApplicationScoped
public class OpeningHours {
  private final Openings openings;
  private final BusinessClock clock;

  OpeningHours(Openings openings, BusinessClock clock) {
    this.openings = openings;
    this.clock = clock;
  }

  /** Whether it is open from a moment to another without a break. */
  public boolean cover(UUID siteId, Instant startsAt, Instant endsAt) {
    return rules(siteId, day(startsAt), day(endsAt)).cover(startsAt, endsAt, clock.zone());
  }

  /** When it is open on the days that a use touches. */
  public List<OpenTime> around(UUID siteId, Instant startsAt, Instant endsAt) {
    LocalDate last = day(endsAt.minusNanos(1));
    OpeningRules rules = rules(siteId, day(startsAt), last);
    return day(startsAt)
        .datesUntil(last.plusDays(1))
        .flatMap(day -> rules.times(day, clock.zone()).stream())
        .toList();
  }

  private OpeningRules rules(UUID siteId, LocalDate first, LocalDate last) {
    return openings.rules(siteId, first.minusDays(1), last.plusDays(2));
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, clock.zone());
  }
}
