package org.jiceng.activity.booking;

import static org.jiceng.activity.booking.BookingState.CHECKED_IN;
import static org.jiceng.activity.booking.BookingState.CONFIRMED;
import static org.jiceng.activity.booking.BookingState.HELD;
import static org.jiceng.activity.booking.BookingState.LAPSED;
import static org.jiceng.activity.booking.BookingState.NO_SHOW;
import static org.jiceng.activity.booking.BookingState.REQUESTED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.site.Place;
import org.jiceng.events.ActivityEvent.BookingCancelled;
import org.jiceng.events.ActivityEvent.BookingCheckedIn;
import org.jiceng.events.ActivityEvent.BookingConfirmed;
import org.jiceng.events.ActivityEvent.BookingEvent;
import org.jiceng.events.ActivityEvent.BookingHeld;
import org.jiceng.events.ActivityEvent.BookingLapsed;
import org.jiceng.events.ActivityEvent.BookingMissed;
import org.jiceng.events.ActivityEvent.BookingMoved;
import org.jiceng.events.ActivityEvent.BookingRefused;
import org.jiceng.events.ActivityEvent.BookingRequested;
import org.jiceng.events.ActivityEvent.BookingWithdrawn;
import org.jiceng.events.Approval;
import org.jiceng.kit.problem.Problem;

/**
 * A space for an organisation from {@code startsAt} (inclusive) to {@code endsAt} (exclusive), UTC.
 * That no two overlap which exclude each other is the database's to say (constraint
 * booking_no_overlap). A clock that ran out is true at once: each command looks at the time itself.
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

  @Column(name = "series_id")
  UUID seriesId;

  @Column(name = "starts_at")
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "blocked_from")
  Instant blockedFrom;

  @Column(name = "blocked_until")
  Instant blockedUntil;

  Integer attendees;

  @Enumerated(EnumType.STRING)
  BookingState state;

  @Column(name = "booked_at")
  Instant bookedAt;

  @Column(name = "held_until")
  Instant heldUntil;

  @Column(name = "release_at")
  Instant releaseAt;

  @Column(name = "checked_in_at")
  Instant checkedInAt;

  @Column(name = "cancelled_at")
  Instant cancelledAt;

  @Column(name = "reason_code")
  String reasonCode;

  @Version long version;

  protected Booking() {}

  /** A wish for a place that is there; nothing is booked until it is held, requested, confirmed. */
  static Booking wish(
      UUID id, Place place, UUID organizationId, Slot slot, Integer attendees, Instant now) {
    requireFits(place, attendees);
    Booking booking = new Booking();
    booking.id = id;
    booking.siteId = place.siteId();
    booking.spaceId = place.spaceId();
    booking.organizationId = organizationId;
    booking.startsAt = slot.startsAt();
    booking.endsAt = slot.endsAt();
    booking.blockedFrom = slot.blockedAt(place).startsAt();
    booking.blockedUntil = slot.blockedAt(place).endsAt();
    booking.attendees = attendees;
    booking.bookedAt = now;
    return booking;
  }

  /** Refuses a place that is closed (409) or too small (422). */
  static void requireFits(Place place, Integer attendees) {
    if (place.closedOn() != null) {
      throw new Problem(BookingProblems.SPACE_NOT_OPEN).at("spaceId");
    }
    if (attendees != null && attendees > place.capacity()) {
      throw Problem.violation("attendees", "over-capacity", place.capacity());
    }
  }

  /** Confirmed at once, or requested where others decide on the place. */
  BookingEvent book(Place place, BookingPolicy policy) {
    boolean decidedByOthers =
        place.approval() == Approval.MANUAL
            && !place.managingOrganizationId().equals(organizationId);
    return decidedByOthers ? request() : confirm(policy);
  }

  BookingEvent hold(BookingPolicy policy) {
    state = HELD;
    heldUntil = bookedAt.plus(policy.holdFor());
    return new BookingHeld(id, siteId, spaceId, organizationId, startsAt, endsAt, heldUntil);
  }

  private BookingEvent request() {
    state = REQUESTED;
    heldUntil = null;
    return new BookingRequested(id, siteId, spaceId, organizationId, startsAt, endsAt);
  }

  private BookingEvent confirm(BookingPolicy policy) {
    state = CONFIRMED;
    heldUntil = null;
    Instant release = startsAt.plus(policy.noShowAfter());
    releaseAt = release.isAfter(endsAt) ? endsAt : release;
    return new BookingConfirmed(id, siteId, spaceId, organizationId, startsAt, endsAt);
  }

  /** Takes what was held. */
  BookingEvent confirmHold(Place place, Instant now, BookingPolicy policy) {
    require(now, HELD);
    return book(place, policy);
  }

  BookingEvent approve(Instant now, BookingPolicy policy) {
    require(now, REQUESTED);
    return confirm(policy);
  }

  BookingEvent refuse(String why, Instant now) {
    require(now, REQUESTED);
    state = BookingState.REFUSED;
    reasonCode = why;
    return new BookingRefused(id, siteId, spaceId, organizationId, why);
  }

  /** Gives the space back; who has booked it must do so in time, and nobody once it is over. */
  BookingEvent cancel(Instant now, Instant latest) {
    require(now, HELD, REQUESTED, CONFIRMED);
    if (!endsAt.isAfter(now)) {
      throw new Problem(BookingProblems.OVER);
    }
    boolean confirmed = state == CONFIRMED;
    if (confirmed && now.isAfter(latest)) {
      throw new Problem(BookingProblems.TOO_LATE_TO_CANCEL, latest);
    }
    state = BookingState.CANCELLED;
    cancelledAt = now;
    return confirmed
        ? new BookingCancelled(id, siteId, spaceId, organizationId)
        : new BookingWithdrawn(id, siteId, spaceId, organizationId);
  }

  /** Has another space at the same time, since its own is closed then. */
  BookingMoved moveTo(Place place) {
    UUID formerSite = siteId;
    UUID formerSpace = spaceId;
    siteId = place.siteId();
    spaceId = place.spaceId();
    blockedFrom = slot().blockedAt(place).startsAt();
    blockedUntil = slot().blockedAt(place).endsAt();
    return new BookingMoved(
        id, siteId, spaceId, organizationId, formerSite, formerSpace, startsAt, endsAt);
  }

  BookingEvent checkIn(Place place, Instant now, BookingPolicy policy) {
    require(now, CONFIRMED);
    Instant earliest = startsAt.minus(policy.checkInBefore());
    if (now.isBefore(earliest)) {
      throw new Problem(BookingProblems.TOO_EARLY_TO_CHECK_IN, earliest);
    }
    if (!endsAt.isAfter(now)) {
      throw new Problem(BookingProblems.OVER);
    }
    state = CHECKED_IN;
    checkedInAt = now;
    return new BookingCheckedIn(
        id,
        siteId,
        spaceId,
        organizationId,
        place.managingOrganizationId(),
        place.areaCode(),
        minutes());
  }

  /** What the clock has made of it. */
  BookingState stateAt(Instant now) {
    if (state == HELD && !heldUntil.isAfter(now) || state == REQUESTED && !startsAt.isAfter(now)) {
      return LAPSED;
    }
    return state == CONFIRMED && releaseAt != null && !releaseAt.isAfter(now) ? NO_SHOW : state;
  }

  /** The version that shows {@link #stateAt}: the sweep writes the next. */
  long versionAt(Instant now) {
    return stateAt(now) == state ? version : version + 1;
  }

  boolean isOverdue(Instant now) {
    return stateAt(now) != state;
  }

  /** Writes down what the clock has made of one that is overdue. */
  BookingEvent runOut(Place place, Instant now) {
    state = stateAt(now);
    return state == NO_SHOW
        ? new BookingMissed(
            id,
            siteId,
            spaceId,
            organizationId,
            place.managingOrganizationId(),
            place.areaCode(),
            minutes())
        : new BookingLapsed(id, siteId, spaceId, organizationId);
  }

  private void require(Instant now, BookingState... allowed) {
    BookingState found = stateAt(now);
    if (!Arrays.asList(allowed).contains(found)) {
      throw new Problem(found.refusal);
    }
  }

  private int minutes() {
    return (int) slot().length().toMinutes();
  }

  Slot slot() {
    return new Slot(startsAt, endsAt);
  }

  Slot blocked() {
    return new Slot(blockedFrom, blockedUntil);
  }

  /** That the space can be had by others again. */
  SlotsFreed freed() {
    return new SlotsFreed(spaceId, List.of(blocked()));
  }
}
