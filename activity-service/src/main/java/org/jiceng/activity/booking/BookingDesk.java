package org.jiceng.activity.booking;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.site.Sites;
import org.jiceng.activity.site.SpacesClosed;
import org.jiceng.activity.space.Usability;
import org.jiceng.events.ActivityEvent.BookingEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/**
 * Where spaces are booked and given back. A booking's events are effective on the day it was made
 * or cancelled; when the space is used, they tell by their times.
 */
@ApplicationScoped
public class BookingDesk {
  private final Bookings bookings;
  private final Alternatives alternatives;
  private final Usability usability;
  private final Sites sites;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final BookingPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  BookingDesk(
      Bookings bookings,
      Alternatives alternatives,
      Usability usability,
      Sites sites,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      BookingPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.bookings = bookings;
    this.alternatives = alternatives;
    this.usability = usability;
    this.sites = sites;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  BookingView book(NewBooking wanted) {
    Instant now = clock.now();
    Slot slot = Slot.wished(kept(wanted.startsAt()), kept(wanted.endsAt()), now, policy);
    organizations.acting(wanted.organizationId());
    Place place = place(wanted.spaceId());
    Booking booking =
        Booking.of(UuidCreator.getTimeOrderedEpoch(), place, wanted.organizationId(), slot, now);
    if (!bookings.confirm(booking)) {
      throw new Problem(BookingProblems.TAKEN)
          .at("startsAt")
          .with("alternatives", alternatives.to(place, slot, wanted.organizationId(), now));
    }
    usability.require(place, slot.startsAt(), slot.endsAt(), wanted.organizationId());
    tell(booking.confirmed(), booking, "confirm");
    return BookingView.of(booking);
  }

  /** The organisation that has booked may cancel, and the one that manages the site. */
  BookingView cancel(UUID id) {
    Booking booking = bookings.require(id);
    if (!scopes.contains(booking.organizationId)) {
      scopes.requireWithin(place(booking.spaceId).managingOrganizationId());
    }
    preconditions.requireVersion(booking.version);
    BookingEvent cancelled = booking.cancel(clock.now());
    bookings.flush();
    tell(cancelled, booking, "cancel");
    return BookingView.of(booking);
  }

  /** What a closing hits is cancelled; what was over by then, or is by now, stays as it was. */
  void cancelIn(@Observes SpacesClosed closed) {
    Instant now = clock.now();
    Instant closing = closed.on().atStartOfDay(clock.zone()).toInstant();
    Instant from = closing.isBefore(now) ? now : closing;
    for (Booking booking : bookings.endingAfter(closed.siteId(), closed.spaceId(), from)) {
      tell(booking.cancel(now), booking, "cancel");
    }
  }

  private Place place(UUID spaceId) {
    return sites.place(spaceId).orElseThrow(Problem::notFound);
  }

  private void tell(BookingEvent event, Booking booking, String action) {
    outbox.append(event, clock.today());
    audit.write(action, "booking", booking.id);
  }

  /** To the microsecond that PostgreSQL keeps. */
  private static Instant kept(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }
}
