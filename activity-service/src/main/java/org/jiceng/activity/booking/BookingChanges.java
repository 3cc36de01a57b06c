package org.jiceng.activity.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.site.Sites;
import org.jiceng.activity.site.SpacesClosed;
import org.jiceng.events.ActivityEvent.BookingEvent;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/** What is done with a booking by those who made it, or by whoever manages the site. */
@ApplicationScoped
public class BookingChanges {
  private final Bookings bookings;
  private final Sites sites;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final BookingPolicy policy;
  private final BookingNews news;
  private final BusinessClock clock;

  BookingChanges(
      Bookings bookings,
      Sites sites,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      BookingPolicy policy,
      BookingNews news,
      BusinessClock clock) {
    this.bookings = bookings;
    this.sites = sites;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.policy = policy;
    this.news = news;
    this.clock = clock;
  }

  /** The organisation that holds it may confirm. */
  BookingView confirm(UUID id) {
    Instant now = clock.now();
    Booking booking = bookings.held(id);
    organizations.acting(booking.organizationId);
    preconditions.requireVersion(booking.versionAt(now));
    BookingEvent event = booking.confirmHold(place(booking), now, policy);
    bookings.flush();
    news.tell(event, id, "confirm");
    if (!booking.state.excludes()) {
      news.freed(booking.freed());
    }
    return BookingView.of(booking, now);
  }

  /** The organisation that has booked may cancel, and the one that manages the site. */
  BookingView cancel(UUID id) {
    Instant now = clock.now();
    Booking booking = bookings.held(id);
    boolean manages = manages(booking);
    preconditions.requireVersion(booking.versionAt(now));
    cancel(booking, now, manages ? booking.endsAt : latestCancellation(booking));
    return BookingView.of(booking, now);
  }

  BookingView checkIn(UUID id) {
    Instant now = clock.now();
    Booking booking = bookings.held(id);
    manages(booking);
    preconditions.requireVersion(booking.versionAt(now));
    BookingEvent event = booking.checkIn(place(booking), now, policy);
    bookings.flush();
    news.tellOfUse(event, booking, "check-in");
    return BookingView.of(booking, now);
  }

  /**
   * What a closing hits is cancelled; what was over by then, or is by now, stays as it was. Nobody
   * who waits can have what is closed.
   */
  void cancelIn(@Observes SpacesClosed closed) {
    Instant now = clock.now();
    Instant closing = closed.on().atStartOfDay(clock.zone()).toInstant();
    Instant from = closing.isBefore(now) ? now : closing;
    List<Booking> hit =
        bookings.endingAfter(closed.siteId(), closed.spaceId(), from).stream()
            .filter(booking -> !booking.isOverdue(now))
            .toList();
    List<BookingEvent> events = hit.stream().map(b -> b.cancel(now, b.endsAt)).toList();
    bookings.flush();
    news.tellAll(events, hit.stream().map(booking -> booking.id).toList(), "cancel");
  }

  /** When those who booked may cancel at the latest. */
  Instant latestCancellation(Booking booking) {
    return booking.startsAt.minus(policy.cancelBefore());
  }

  /** Gives a space back that the caller holds. */
  void cancel(Booking booking, Instant now, Instant latest) {
    boolean excluded = booking.state.excludes();
    BookingEvent event = booking.cancel(now, latest);
    bookings.flush();
    news.tell(event, booking.id, "cancel");
    if (excluded) {
      news.freed(booking.freed());
    }
  }

  /** Whether the caller manages the site; refuses (404) who neither does nor has booked. */
  boolean manages(Booking booking) {
    boolean manages = scopes.contains(place(booking).managingOrganizationId());
    if (!manages) {
      scopes.requireWithin(booking.organizationId);
    }
    return manages;
  }

  private Place place(Booking booking) {
    return sites.place(booking.spaceId).orElseThrow(Problem::notFound);
  }
}
