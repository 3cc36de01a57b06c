package org.jiceng.activity.booking;

import java.time.Instant;
import java.util.UUID;

/** A booking as it goes out; moments in UTC, the end not included. */
public record BookingView(
    UUID id,
    UUID siteId,
    UUID spaceId,
    UUID organizationId,
    Instant startsAt,
    Instant endsAt,
    BookingState state,
    Instant bookedAt,
    Instant cancelledAt,
    long version) {
  static BookingView of(Booking booking) {
    return new BookingView(
        booking.id,
        booking.siteId,
        booking.spaceId,
        booking.organizationId,
        booking.startsAt,
        booking.endsAt,
        booking.state,
        booking.bookedAt,
        booking.cancelledAt,
        booking.version);
  }
}
