package org.jiceng.activity.booking;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A booking as it goes out; moments in UTC, the end not included. */
public record BookingView(
    UUID id,
    UUID siteId,
    UUID spaceId,
    UUID organizationId,
    @Schema(nullable = true) UUID seriesId,
    Instant startsAt,
    Instant endsAt,
    @Schema(nullable = true) Integer attendees,
    BookingState state,
    Instant bookedAt,
    @Schema(nullable = true, description = "Until when it is held") Instant heldUntil,
    @Schema(nullable = true, description = "When it is released if nobody has checked in")
        Instant releaseAt,
    @Schema(nullable = true) Instant checkedInAt,
    @Schema(nullable = true) Instant cancelledAt,
    @Schema(nullable = true, description = "Why the request was refused") String reasonCode,
    long version) {
  static BookingView of(Booking booking, Instant now) {
    return new BookingView(
        booking.id,
        booking.siteId,
        booking.spaceId,
        booking.organizationId,
        booking.seriesId,
        booking.startsAt,
        booking.endsAt,
        booking.attendees,
        booking.stateAt(now),
        booking.bookedAt,
        booking.heldUntil,
        booking.releaseAt,
        booking.checkedInAt,
        booking.cancelledAt,
        booking.reasonCode,
        booking.versionAt(now));
  }
}
