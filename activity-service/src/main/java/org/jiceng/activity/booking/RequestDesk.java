package org.jiceng.activity.booking;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.site.Sites;
import org.jiceng.activity.space.Usability;
import org.jiceng.events.ActivityEvent.BookingEvent;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/** Where whoever manages a site decides on requests; of two for one time, one can be approved. */
@ApplicationScoped
public class RequestDesk {
  private final Bookings bookings;
  private final BookingTable table;
  private final OverdueBookings overdue;
  private final Alternatives alternatives;
  private final Usability usability;
  private final Sites sites;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final BookingPolicy policy;
  private final BookingNews news;
  private final BusinessClock clock;

  RequestDesk(
      Bookings bookings,
      BookingTable table,
      OverdueBookings overdue,
      Alternatives alternatives,
      Usability usability,
      Sites sites,
      Scopes scopes,
      Preconditions preconditions,
      BookingPolicy policy,
      BookingNews news,
      BusinessClock clock) {
    this.bookings = bookings;
    this.table = table;
    this.overdue = overdue;
    this.alternatives = alternatives;
    this.usability = usability;
    this.sites = sites;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.policy = policy;
    this.news = news;
    this.clock = clock;
  }

  BookingView approve(UUID id) {
    Instant now = clock.now();
    Booking booking = deciding(id, now);
    Place place = place(booking);
    overdue.clear(place, booking.slot(), now);
    BookingEvent event = booking.approve(now, policy);
    requireFree(booking, place, now);
    usability.require(place, booking.startsAt, booking.endsAt, booking.organizationId);
    write(booking, place, now);
    news.tell(event, id, "approve");
    return BookingView.of(booking, now);
  }

  BookingView refuse(UUID id, String reasonCode) {
    Instant now = clock.now();
    Booking booking = deciding(id, now);
    BookingEvent event = booking.refuse(reasonCode, now);
    bookings.flush();
    news.tell(event, id, "refuse");
    return BookingView.of(booking, now);
  }

  private Booking deciding(UUID id, Instant now) {
    Booking booking = bookings.held(id);
    scopes.requireWithin(place(booking).managingOrganizationId());
    preconditions.requireVersion(booking.versionAt(now));
    return booking;
  }

  private Place place(Booking booking) {
    return sites.place(booking.spaceId).orElseThrow(Problem::notFound);
  }

  private void requireFree(Booking booking, Place place, Instant now) {
    if (!table.taken(booking.spaceId, List.of(booking.blocked())).isEmpty()) {
      throw taken(booking, place, now);
    }
  }

  /** One who books at this very moment does not hold the space; the constraint finds him. */
  private void write(Booking booking, Place place, Instant now) {
    try {
      bookings.flush();
    } catch (ConstraintViolationException e) {
      throw QuarkusTransaction.suspendingExisting().call(() -> taken(booking, place, now));
    }
  }

  private Problem taken(Booking booking, Place place, Instant now) {
    return new Problem(BookingProblems.TAKEN)
        .with("alternatives", alternatives.to(place, booking.slot(), booking.organizationId, now));
  }
}
