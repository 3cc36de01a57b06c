package org.jiceng.activity.calendar;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A feed as it goes out.
 *
 * @param path where it is read, told once when it is opened; whoever knows it can read it
 */
public record CalendarView(
    UUID id,
    @Schema(nullable = true) UUID siteId,
    UUID organizationId,
    Instant openedAt,
    @Schema(nullable = true) Instant revokedAt,
    long version,
    @Schema(nullable = true) String path) {
  static CalendarView of(Calendar calendar, CalendarSecret secret) {
    return new CalendarView(
        calendar.id,
        calendar.siteId,
        calendar.organizationId,
        calendar.openedAt,
        calendar.revokedAt,
        calendar.version,
        secret == null ? null : secret.path());
  }
}
