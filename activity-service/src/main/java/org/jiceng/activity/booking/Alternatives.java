package org.jiceng.activity.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.activity.opening.OpenTime;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.space.Elsewhere;
import org.jiceng.activity.space.FreeTimes;
import org.jiceng.activity.space.Use;

/**
 * What to offer instead of a slot that is taken: other times on the same space, then other spaces
 * of at least its capacity in the same sub-district at the same time; only what is open and may be
 * used by who asks. Each is one query, bounded by {@link BookingPolicy}.
 */
@ApplicationScoped
class Alternatives {
  private final FreeTimes freeTimes;
  private final Elsewhere elsewhere;
  private final BookingPolicy policy;

  Alternatives(FreeTimes freeTimes, Elsewhere elsewhere, BookingPolicy policy) {
    this.freeTimes = freeTimes;
    this.elsewhere = elsewhere;
    this.policy = policy;
  }

  /** Free slots of the same length, nearest first; none of them has begun. */
  List<Alternative> to(Place place, Slot wished, UUID organizationId, Instant now) {
    return Stream.concat(
            otherTimes(place, wished, organizationId, now),
            otherSpaces(place, wished, organizationId))
        .toList();
  }

  /** Within each free time that is long enough, the slot that is nearest to the wished one. */
  private Stream<Alternative> otherTimes(
      Place place, Slot wished, UUID organizationId, Instant now) {
    Instant from = wished.startsAt().minus(policy.lookAround());
    Instant furthest = now.plus(policy.furthestAhead()).plus(wished.length());
    Instant around = wished.endsAt().plus(policy.lookAround());
    Instant until = around.isAfter(furthest) ? furthest : around;
    return freeTimes.of(place, organizationId, from.isBefore(now) ? now : from, until).stream()
        .filter(free -> !free.startsAt().plus(wished.length()).isAfter(free.endsAt()))
        .map(free -> nearest(free, wished))
        .sorted(Comparator.comparing((Instant start) -> distance(start, wished)))
        .limit(policy.alternatives())
        .map(
            start ->
                new Alternative(
                    place.siteId(), place.spaceId(), start, start.plus(wished.length())));
  }

  private static Instant nearest(OpenTime free, Slot wished) {
    Instant latest = free.endsAt().minus(wished.length());
    Instant start = wished.startsAt();
    if (start.isBefore(free.startsAt())) {
      return free.startsAt();
    }
    return start.isAfter(latest) ? latest : start;
  }

  private static Duration distance(Instant start, Slot wished) {
    return Duration.between(start, wished.startsAt()).abs();
  }

  private Stream<Alternative> otherSpaces(Place place, Slot wished, UUID organizationId) {
    Use use = new Use(wished.startsAt(), wished.endsAt(), organizationId);
    return elsewhere.than(place, use, policy.alternatives()).stream()
        .map(
            other ->
                new Alternative(
                    other.siteId(), other.spaceId(), wished.startsAt(), wished.endsAt()));
  }
}
