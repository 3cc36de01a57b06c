package org.jiceng.activity.opening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.ClosureCancelled;
import org.jiceng.events.ActivityEvent.ClosureDecided;
import org.jiceng.events.ClosureResolution;
import org.jiceng.kit.problem.Problem;

/**
 * A while in which a site, or one space of it, cannot be used: from a moment (inclusive) to another
 * (exclusive), UTC. It comes to an end by itself, or is cancelled before.
 */
@Entity
@Table(name = "closure")
public class Closure {
  @Id
  @Column(name = "closure_id")
  UUID id;

  @Column(name = "site_id")
  UUID siteId;

  @Column(name = "space_id")
  UUID spaceId;

  @Column(name = "starts_at")
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Enumerated(EnumType.STRING)
  ClosureResolution resolution;

  @Column(name = "reason_code")
  String reasonCode;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Column(name = "cancelled_at")
  Instant cancelledAt;

  @Version long version;

  protected Closure() {}

  /**
   * Refuses (422) what ends before it begins, begins in the past or far ahead, or lasts too long.
   */
  static Closure decide(
      UUID id, UUID siteId, NewClosure wanted, Instant now, OpeningPolicy policy) {
    Closure closure = new Closure();
    closure.id = id;
    closure.siteId = siteId;
    closure.spaceId = wanted.spaceId();
    closure.startsAt = wanted.startsAt() == null ? now : kept(wanted.startsAt());
    closure.endsAt = kept(wanted.endsAt());
    closure.resolution = wanted.resolution();
    closure.reasonCode = wanted.reasonCode();
    closure.decidedAt = now;
    closure.requireSound(policy);
    return closure;
  }

  private void requireSound(OpeningPolicy policy) {
    if (startsAt.isBefore(decidedAt)) {
      throw Problem.violation("startsAt", "in-the-past");
    }
    if (!endsAt.isAfter(startsAt)) {
      throw Problem.violation("endsAt", "end-after-start");
    }
    if (startsAt.isAfter(decidedAt.plus(Duration.ofDays(policy.daysAhead())))) {
      throw Problem.violation("startsAt", "too-far-ahead", policy.daysAhead());
    }
    if (Duration.between(startsAt, endsAt).compareTo(Duration.ofDays(policy.longestClosure()))
        > 0) {
      throw Problem.violation("endsAt", "too-long-a-closure", policy.longestClosure());
    }
  }

  ClosureDecided decided() {
    return new ClosureDecided(siteId, id, spaceId, startsAt, endsAt, resolution, reasonCode);
  }

  /** Is off; not once it is over. What it has moved or cancelled stays so. */
  ClosureCancelled cancel(Instant now) {
    if (cancelledAt != null) {
      throw new Problem(OpeningProblems.CLOSURE_CANCELLED);
    }
    if (!endsAt.isAfter(now)) {
      throw new Problem(OpeningProblems.CLOSURE_OVER);
    }
    cancelledAt = now;
    return new ClosureCancelled(siteId, id, spaceId);
  }

  /** To the microsecond that PostgreSQL keeps. */
  private static Instant kept(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }
}
