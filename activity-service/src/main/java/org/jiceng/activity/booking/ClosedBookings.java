package org.jiceng.activity.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.activity.list.Conditions;
import org.jiceng.activity.opening.SpacesUnderClosure;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.site.Sites;
import org.jiceng.activity.space.Elsewhere;
import org.jiceng.activity.space.Use;
import org.jiceng.events.ActivityEvent.BookingEvent;
import org.jiceng.events.ClosureResolution;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/**
 * What becomes of the bookings that a closure hits, in its own transaction: each has another space
 * at the same time, or is cancelled, and tells so. Who waits may have what is left of their time.
 */
@ApplicationScoped
class ClosedBookings {
  /** How often another place is looked for when somebody was faster. */
  private static final int ATTEMPTS = 3;

  private static final String HOLD = "select space_id from space where space_id = ?1 for update";

  private final Bookings bookings;
  private final Sites sites;
  private final Elsewhere elsewhere;
  private final OverdueBookings overdue;
  private final BookingNews news;
  private final BusinessClock clock;

  ClosedBookings(
      Bookings bookings,
      Sites sites,
      Elsewhere elsewhere,
      OverdueBookings overdue,
      BookingNews news,
      BusinessClock clock) {
    this.bookings = bookings;
    this.sites = sites;
    this.elsewhere = elsewhere;
    this.overdue = overdue;
    this.news = news;
    this.clock = clock;
  }

  void settle(@Observes SpacesUnderClosure closure) {
    Instant now = clock.now();
    List<BookingEvent> moved = new ArrayList<>();
    List<BookingEvent> cancelled = new ArrayList<>();
    Map<UUID, List<Slot>> freed = new TreeMap<>();
    for (Booking booking : hit(closure, now)) {
      if (booking.state.excludes()) {
        freed.computeIfAbsent(booking.spaceId, id -> new ArrayList<>()).add(booking.blocked());
      }
      boolean moves =
          closure.resolution() == ClosureResolution.MOVE && booking.state == BookingState.CONFIRMED;
      Optional<Place> refuge = moves ? refuge(booking) : Optional.empty();
      if (refuge.isPresent()) {
        moved.add(booking.moveTo(refuge.get()));
        bookings.flush();
      } else {
        cancelled.add(booking.cancel(now, booking.endsAt));
      }
    }
    bookings.flush();
    tell(moved, "move");
    tell(cancelled, "cancel");
    freed.forEach((space, slots) -> news.freed(new SlotsFreed(space, slots)));
  }

  /** Those that are not over and have a moment in common with it. */
  private List<Booking> hit(SpacesUnderClosure closure, Instant now) {
    Instant from = closure.startsAt().isBefore(now) ? now : closure.startsAt();
    Conditions conditions =
        new Conditions()
            .and("siteId = :site", "site", closure.siteId())
            .and("spaceId = :space", "space", closure.spaceId())
            .and("endsAt > :from", "from", from)
            .and("startsAt < :until", "until", closure.endsAt())
            .and("state in :states", "states", Bookings.TO_COME);
    List<Booking> hit =
        bookings
            .find(conditions.text(), Bookings.ORDER, conditions.parameters())
            .range(0, closure.mostBookings())
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list();
    if (hit.size() > closure.mostBookings()) {
      throw Problem.violation("endsAt", "too-many-bookings-hit", closure.mostBookings());
    }
    return hit.stream().filter(booking -> !booking.isOverdue(now)).toList();
  }

  /** Another place that stays free until the transaction ends. */
  private Optional<Place> refuge(Booking booking) {
    Place closed = sites.place(booking.spaceId).orElseThrow(Problem::notFound);
    Use use = new Use(booking.startsAt, booking.endsAt, booking.organizationId);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<UUID> found = first(closed, use);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      hold(found.get());
      Place refuge = sites.place(found.get()).orElseThrow(Problem::notFound);
      // what has run out is free to look at, but the constraint knows no clock
      overdue.clear(refuge, booking.slot(), clock.now());
      if (first(closed, use).equals(found)) {
        return Optional.of(refuge);
      }
    }
    return Optional.empty();
  }

  private Optional<UUID> first(Place closed, Use use) {
    return elsewhere.atOnceThan(closed, use, 1).stream().findFirst().map(Elsewhere.Other::spaceId);
  }

  private void hold(UUID spaceId) {
    bookings.getEntityManager().createNativeQuery(HOLD).setParameter(1, spaceId).getResultList();
  }

  private void tell(List<BookingEvent> events, String action) {
    news.tellAll(
        events,
        events.stream().map(event -> UUID.fromString(event.aggregateId())).toList(),
        action);
  }
}
