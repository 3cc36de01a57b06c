package org.jiceng.activity.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jiceng.activity.site.Place;
import org.jiceng.events.ActivityEvent.BookingEvent;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;

/** Gives back, or moves, what is still to come of a series. */
@ApplicationScoped
public class SeriesChanges {
  private static final String TO_COME =
      "seriesId = ?1 and startsAt > ?2 and state in (REQUESTED, CONFIRMED) order by startsAt, id";

  private final Bookings bookings;
  private final SeriesBookings series;
  private final Admission admission;
  private final Scopes scopes;
  private final BookingPolicy policy;
  private final BookingNews news;
  private final BusinessClock clock;

  SeriesChanges(
      Bookings bookings,
      SeriesBookings series,
      Admission admission,
      Scopes scopes,
      BookingPolicy policy,
      BookingNews news,
      BusinessClock clock) {
    this.bookings = bookings;
    this.series = series;
    this.admission = admission;
    this.scopes = scopes;
    this.policy = policy;
    this.news = news;
    this.clock = clock;
  }

  /**
   * Cancels what the scope reaches and may still be cancelled.
   *
   * @param bookingId the occurrence that is meant, or from which on; null for all
   * @return how many
   */
  public int cancel(SeriesWish of, SeriesScope scope, UUID bookingId) {
    boolean manages = scopes.contains(of.place().managingOrganizationId());
    bookings.holdSpace(of.place().spaceId());
    List<Booking> reached = reached(of, scope, bookingId, manages);
    giveBack(reached, manages, "cancel");
    tellFreed(of.place(), reached);
    return reached.size();
  }

  /** Moves what the scope reaches, all of it or nothing; each becomes a new booking. */
  public List<Occurrence> move(
      SeriesWish of, SeriesScope scope, UUID bookingId, Function<Slot, Slot> moved) {
    Instant now = clock.now();
    boolean manages = scopes.contains(of.place().managingOrganizationId());
    admission.of(of.organizationId(), of.place());
    bookings.holdSpace(of.place().spaceId());
    List<Booking> reached = reached(of, scope, bookingId, manages);
    List<Slot> wanted = reached.stream().map(Booking::slot).map(moved).toList();
    wanted.forEach(slot -> slot.require(now, policy));
    giveBack(reached, manages, "move");
    Usage usage = admission.of(of.organizationId(), of.place());
    SeriesWish wish =
        new SeriesWish(
            of.place(), of.organizationId(), of.seriesId(), of.attendees(), wanted, true, false);
    List<Occurrence> had = wanted.isEmpty() ? List.of() : series.book(wish, usage, now);
    tellFreed(of.place(), reached);
    return had;
  }

  private List<Booking> reached(SeriesWish of, SeriesScope scope, UUID bookingId, boolean manages) {
    Instant now = clock.now();
    List<Booking> coming =
        bookings.find(TO_COME, of.seriesId(), now).list().stream()
            .filter(booking -> manages || inTime(booking, now))
            .toList();
    if (scope == SeriesScope.ALL) {
      return coming;
    }
    Booking named =
        bookings
            .findByIdOptional(bookingId)
            .filter(booking -> of.seriesId().equals(booking.seriesId))
            .orElseThrow(() -> Problem.violation("bookingId", "not-of-the-series"));
    return scope == SeriesScope.FOLLOWING
        ? coming.stream().filter(b -> !b.startsAt.isBefore(named.startsAt)).toList()
        : List.of(named);
  }

  private boolean inTime(Booking booking, Instant now) {
    return booking.state != BookingState.CONFIRMED || !now.isAfter(latest(booking));
  }

  private void giveBack(List<Booking> reached, boolean manages, String action) {
    Instant now = clock.now();
    List<BookingEvent> events = new ArrayList<>();
    for (Booking booking : reached) {
      events.add(booking.cancel(now, manages ? booking.endsAt : latest(booking)));
    }
    bookings.flush();
    news.tellAll(events, reached.stream().map(booking -> booking.id).toList(), action);
  }

  private Instant latest(Booking booking) {
    return booking.startsAt.minus(policy.cancelBefore());
  }

  private void tellFreed(Place place, List<Booking> freed) {
    if (!freed.isEmpty()) {
      news.freed(new SlotsFreed(place.spaceId(), freed.stream().map(Booking::blocked).toList()));
    }
  }
}
