package org.jiceng.activity.life;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jiceng.kit.problem.Problem;

/** When an activity takes place: from startsAt (inclusive) to endsAt (exclusive), UTC. */
record Span(Instant startsAt, Instant endsAt) {

  /** One that is still to come; else 422 with the field that is at fault. */
  static Span toCome(Instant startsAt, Instant endsAt, Instant now, ActivityPolicy policy) {
    Span span = new Span(kept(startsAt), kept(endsAt));
    if (!span.endsAt.isAfter(span.startsAt)) {
      throw Problem.violation("endsAt", "end-after-start");
    }
    if (span.startsAt.isBefore(now)) {
      throw Problem.violation("startsAt", "in-the-past");
    }
    if (span.startsAt.isAfter(now.plus(Duration.ofDays(policy.planWithinDays())))) {
      throw Problem.violation("startsAt", "too-far-ahead", policy.planWithinDays());
    }
    if (Duration.between(span.startsAt, span.endsAt).compareTo(policy.longest()) > 0) {
      throw Problem.violation("endsAt", "too-long-an-activity", policy.longest().toHours());
    }
    return span;
  }

  /** To the microsecond that PostgreSQL keeps. */
  private static Instant kept(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }
}
