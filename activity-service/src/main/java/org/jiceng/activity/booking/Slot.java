package org.jiceng.activity.booking;

import java.time.Duration;
import java.time.Instant;
import org.jiceng.kit.problem.Problem;

/** A time of use: from its start (inclusive) to its end (exclusive), UTC. */
record Slot(Instant startsAt, Instant endsAt) {
  static Slot wished(Instant startsAt, Instant endsAt, Instant now, BookingPolicy policy) {
    if (!endsAt.isAfter(startsAt)) {
      throw Problem.violation("endsAt", "end-after-start");
    }
    if (startsAt.isBefore(now)) {
      throw Problem.violation("startsAt", "in-the-past");
    }
    if (startsAt.isAfter(now.plus(policy.furthestAhead()))) {
      throw Problem.violation("startsAt", "too-far-ahead", policy.furthestAhead().toDays());
    }
    Slot slot = new Slot(startsAt, endsAt);
    if (slot.length().compareTo(policy.longest()) > 0) {
      throw Problem.violation("endsAt", "too-long-a-booking", policy.longest().toHours());
    }
    return slot;
  }

  Duration length() {
    return Duration.between(startsAt, endsAt);
  }
}
