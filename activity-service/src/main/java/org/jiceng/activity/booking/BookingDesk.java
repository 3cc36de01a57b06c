package org.jiceng.activity.booking;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.site.Sites;
import org.jiceng.activity.space.Usability;
import org.jiceng.events.ActivityEvent.BookingEvent;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/** Where spaces are booked: at once, for a decision by others, or held for a moment. */
@ApplicationScoped
public class BookingDesk {
  private final BookingTable table;
  private final OverdueBookings overdue;
  private final Admission admission;
  private final Alternatives alternatives;
  private final Usability usability;
  private final Sites sites;
  private final BookingPolicy policy;
  private final BookingNews news;
  private final BusinessClock clock;

  BookingDesk(
      BookingTable table,
      OverdueBookings overdue,
      Admission admission,
      Alternatives alternatives,
      Usability usability,
      Sites sites,
      BookingPolicy policy,
      BookingNews news,
      BusinessClock clock) {
    this.table = table;
    this.overdue = overdue;
    this.admission = admission;
    this.alternatives = alternatives;
    this.usability = usability;
    this.sites = sites;
    this.policy = policy;
    this.news = news;
    this.clock = clock;
  }

  BookingView book(NewBooking wanted) {
    Instant now = clock.now();
    Slot slot = wanted.slot().require(now, policy);
    Place place = sites.place(wanted.spaceId()).orElseThrow(Problem::notFound);
    Usage usage = admission.of(wanted.organizationId(), place);
    Booking booking =
        Booking.wish(
            UuidCreator.getTimeOrderedEpoch(),
            place,
            wanted.organizationId(),
            slot,
            wanted.attendees(),
            now);
    usage.takeAll(List.of(slot));
    BookingEvent event = wanted.onlyHeld() ? booking.hold(policy) : booking.book(place, policy);
    if (!add(booking, place, slot, now)) {
      throw new Problem(BookingProblems.TAKEN)
          .at("startsAt")
          .with("alternatives", alternatives.to(place, slot, wanted.organizationId(), now));
    }
    usability.require(place, slot.startsAt(), slot.endsAt(), wanted.organizationId());
    news.tell(event, booking.id, "book");
    return BookingView.of(booking, now);
  }

  /** False if the space is taken; what has run out there stands in nobody's way. */
  private boolean add(Booking booking, Place place, Slot slot, Instant now) {
    return wasFree(booking, place, slot)
        || (overdue.clearApart(place, slot, now) && wasFree(booking, place, slot));
  }

  /** A request excludes nobody, and yet nobody requests what he cannot get. */
  private boolean wasFree(Booking booking, Place place, Slot slot) {
    if (!booking.state.excludes()
        && !table.taken(place.spaceId(), List.of(slot.blockedAt(place))).isEmpty()) {
      return false;
    }
    return !table.add(List.of(booking)).isEmpty();
  }
}
