package org.jiceng.activity.booking;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.space.Usability;
import org.jiceng.events.ActivityEvent.BookingEvent;
import org.jiceng.kit.time.BusinessClock;

/** What a waitlist asks of bookings. */
@ApplicationScoped
public class WaitedFor {
  private final Bookings bookings;
  private final BookingTable table;
  private final OverdueBookings overdue;
  private final Admission admission;
  private final Usability usability;
  private final BookingPolicy policy;
  private final BookingNews news;
  private final BusinessClock clock;

  WaitedFor(
      Bookings bookings,
      BookingTable table,
      OverdueBookings overdue,
      Admission admission,
      Usability usability,
      BookingPolicy policy,
      BookingNews news,
      BusinessClock clock) {
    this.bookings = bookings;
    this.table = table;
    this.overdue = overdue;
    this.admission = admission;
    this.usability = usability;
    this.policy = policy;
    this.news = news;
    this.clock = clock;
  }

  /** A time that one may wait for, as one may book it; the quota is taken from now on. */
  public Slot require(Place place, UUID organizationId, Slot wished, Integer attendees) {
    Slot slot = Slot.kept(wished.startsAt(), wished.endsAt()).require(clock.now(), policy);
    Usage usage = admission.of(organizationId, place);
    Booking.requireFits(place, attendees);
    usage.takeAll(List.of(slot));
    usability.require(place, slot.startsAt(), slot.endsAt(), organizationId);
    return slot;
  }

  /** Holds the space, so that nothing of it is freed unseen, and says whether the time is free. */
  public boolean isFree(Place place, Slot slot) {
    bookings.holdSpace(place.spaceId());
    overdue.clear(place, slot, clock.now());
    return table.taken(place.spaceId(), List.of(slot.blockedAt(place))).isEmpty();
  }

  /** Holds the space until the transaction ends. */
  public void hold(UUID spaceId) {
    bookings.holdSpace(spaceId);
  }

  /**
   * Books for one who has waited and whose quota counts the time already, or requests it where the
   * space wants approval; empty if it is taken, cannot be used then, or the organisation is
   * suspended by now. The caller holds the space.
   */
  public Optional<UUID> book(Place place, UUID organizationId, Slot slot, Integer attendees) {
    if (!table.taken(place.spaceId(), List.of(slot.blockedAt(place))).isEmpty()
        || admission.isSuspended(organizationId)
        || usability.refusal(place, slot.startsAt(), slot.endsAt(), organizationId).isPresent()) {
      return Optional.empty();
    }
    Booking booking =
        Booking.wish(
            UuidCreator.getTimeOrderedEpoch(), place, organizationId, slot, attendees, clock.now());
    BookingEvent event = booking.book(place, policy);
    if (table.add(List.of(booking)).isEmpty()) {
      return Optional.empty();
    }
    news.tell(event, booking.id, "promote");
    return Optional.of(booking.id);
  }
}
