package org.jiceng.activity.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jiceng.activity.site.Place;
import org.jiceng.events.ActivityEvent.BookingCancelled;
import org.jiceng.events.ActivityEvent.BookingConfirmed;
import org.jiceng.events.ActivityEvent.BookingMoved;
import org.jiceng.kit.problem.Problem;

/**
 * A space held for an organisation from {@code startsAt} (inclusive) to {@code endsAt} (exclusive),
 * UTC. That no two confirmed ones overlap is the database's to say (constraint booking_no_overlap).
 */
@Entity
@Table(name = "booking")
public class Booking {
  @Id
  @Column(name = "booking_id")
  UUID id;

  @Column(name = "site_id")
  UUID siteId;

  @Column(name = "space_id")
  UUID spaceId;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "starts_at")
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Enumerated(EnumType.STRING)
  BookingState state;

  @Column(name = "booked_at")
  Instant bookedAt;

  @Column(name = "cancelled_at")
  Instant cancelledAt;

  @Version long version;

  protected Booking() {}

  static Booking of(UUID id, Place place, UUID organizationId, Slot slot, Instant now) {
    if (place.closedOn() != null) {
      throw new Problem(BookingProblems.SPACE_NOT_OPEN).at("spaceId");
    }
    Booking booking = new Booking();
    booking.id = id;
    booking.siteId = place.siteId();
    booking.spaceId = place.spaceId();
    booking.organizationId = organizationId;
    booking.startsAt = slot.startsAt();
    booking.endsAt = slot.endsAt();
    booking.state = BookingState.CONFIRMED;
    booking.bookedAt = now;
    return booking;
  }

  /** What others are told of a new booking. */
  BookingConfirmed confirmed() {
    return new BookingConfirmed(id, siteId, spaceId, organizationId, startsAt, endsAt);
  }

  /** Has another space at the same time, since its own is closed then. */
  BookingMoved moveTo(Place place) {
    UUID formerSite = siteId;
    UUID formerSpace = spaceId;
    siteId = place.siteId();
    spaceId = place.spaceId();
    return new BookingMoved(
        id, siteId, spaceId, organizationId, formerSite, formerSpace, startsAt, endsAt);
  }

  /** Gives the space back; not once the time is over. */
  BookingCancelled cancel(Instant now) {
    if (state == BookingState.CANCELLED) {
      throw new Problem(BookingProblems.CANCELLED);
    }
    if (!endsAt.isAfter(now)) {
      throw new Problem(BookingProblems.OVER);
    }
    state = BookingState.CANCELLED;
    cancelledAt = now;
    return new BookingCancelled(id, siteId, spaceId, organizationId);
  }
}
