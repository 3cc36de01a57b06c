package org.jiceng.activity.waitlist;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One who waits, as it goes out; moments in UTC. */
public record WaitlistView(
    UUID id,
    UUID siteId,
    UUID spaceId,
    UUID organizationId,
    Instant startsAt,
    Instant endsAt,
    @Schema(nullable = true) Integer attendees,
    WaitlistState state,
    Instant addedAt,
    @Schema(nullable = true) Instant endedAt,
    @Schema(nullable = true, description = "What was booked for it") UUID bookingId,
    long version) {
  static WaitlistView of(WaitlistEntry entry, Instant now) {
    return new WaitlistView(
        entry.id,
        entry.siteId,
        entry.spaceId,
        entry.organizationId,
        entry.startsAt,
        entry.endsAt,
        entry.attendees,
        entry.stateAt(now),
        entry.addedAt,
        entry.endedAt,
        entry.bookingId,
        entry.versionAt(now));
  }
}
