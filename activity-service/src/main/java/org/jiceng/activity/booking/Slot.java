package org.jiceng.activity.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jiceng.activity.site.Place;
import org.jiceng.kit.problem.Problem;

/** A time of use: from its start (inclusive) to its end (exclusive), UTC. */
public record Slot(Instant startsAt, Instant endsAt) {
  /** To the microsecond that PostgreSQL keeps. */
  static Slot kept(Instant startsAt, Instant endsAt) {
    return new Slot(startsAt.truncatedTo(ChronoUnit.MICROS), endsAt.truncatedTo(ChronoUnit.MICROS));
  }

  static Slot wished(Instant startsAt, Instant endsAt, Instant now, BookingPolicy policy) {
    return new Slot(startsAt, endsAt).require(now, policy);
  }

  /** Refuses (422) what nobody may wish for. */
  public Slot require(Instant now, BookingPolicy policy) {
    if (!endsAt.isAfter(startsAt)) {
      throw Problem.violation("endsAt", "end-after-start");
    }
    if (startsAt.isBefore(now)) {
      throw Problem.violation("startsAt", "in-the-past");
    }
    if (startsAt.isAfter(now.plus(policy.furthestAhead()))) {
      throw Problem.violation("startsAt", "too-far-ahead", policy.furthestAhead().toDays());
    }
    if (length().compareTo(policy.longest()) > 0) {
      throw Problem.violation("endsAt", "too-long-a-booking", policy.longest().toHours());
    }
    return this;
  }

  /** With the time that the place needs to be set up and cleared up. */
  public Slot blockedAt(Place place) {
    return new Slot(
        startsAt.minus(Duration.ofMinutes(place.setUpMinutes())),
        endsAt.plus(Duration.ofMinutes(place.clearUpMinutes())));
  }

  /** Whether both have a moment in common. */
  public boolean overlaps(Slot other) {
    return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(startsAt, endsAt);
  }
}
