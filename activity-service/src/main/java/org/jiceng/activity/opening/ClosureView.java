package org.jiceng.activity.opening;

import java.time.Instant;
import java.util.UUID;
import org.jiceng.events.ClosureResolution;

/** A closure as it goes out; moments in UTC, the end not included. */
public record ClosureView(
    UUID id,
    UUID siteId,
    UUID spaceId,
    Instant startsAt,
    Instant endsAt,
    ClosureResolution resolution,
    String reasonCode,
    Instant decidedAt,
    Instant cancelledAt,
    long version) {
  static ClosureView of(Closure closure) {
    return new ClosureView(
        closure.id,
        closure.siteId,
        closure.spaceId,
        closure.startsAt,
        closure.endsAt,
        closure.resolution,
        closure.reasonCode,
        closure.decidedAt,
        closure.cancelledAt,
        closure.version);
  }
}
