package org.jiceng.activity.checkin;

import java.time.Instant;
import org.jiceng.activity.life.Activity;
import org.jiceng.activity.life.ActivityState;

/**
 * When codes of an activity are good: from a while before it begins until it ends; never of some.
 */
record CheckInTime(Instant from, Instant until) {

  static CheckInTime of(Activity activity, CheckInPolicy policy) {
    boolean never = activity.startsAt() == null || activity.state() == ActivityState.CANCELLED;
    return never
        ? new CheckInTime(Instant.MAX, Instant.MIN)
        : new CheckInTime(activity.startsAt().minus(policy.opensBefore()), activity.endsAt());
  }

  boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }

  /** Whether any of a code's turn lies within. */
  boolean meets(Instant shownFrom, CheckInPolicy policy) {
    return shownFrom.plus(policy.codeLasts()).isAfter(from) && shownFrom.isBefore(until);
  }
}
