package org.jiceng.activity.booking;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.site.Sites;
import org.jiceng.events.ActivityEvent.BookingEvent;
import org.jiceng.events.ActivityEvent.BookingMissed;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/** Writes down what the clock has made of holds, requests and bookings to which nobody came. */
@ApplicationScoped
class OverdueBookings {
  private static final int STEP = 500;

  private static final String DUE =
      """
      select booking_id from (
        select booking_id from booking where state = 'HELD' and held_until <= ?::timestamptz
        union all
        select booking_id from booking where state = 'REQUESTED' and starts_at <= ?::timestamptz
        union all
        select booking_id from booking where state = 'CONFIRMED' and release_at <= ?::timestamptz
      ) due
       where booking_id > ?::uuid order by booking_id limit %d"""
          .formatted(STEP);

  private final Bookings bookings;
  private final BookingTable table;
  private final Sites sites;
  private final BookingNews news;
  private final Database database;
  private final BusinessClock clock;

  OverdueBookings(
      Bookings bookings,
      BookingTable table,
      Sites sites,
      BookingNews news,
      Database database,
      BusinessClock clock) {
    this.bookings = bookings;
    this.table = table;
    this.sites = sites;
    this.news = news;
    this.database = database;
    this.clock = clock;
  }

  /** Up to some hundred that are overdue, by id. */
  List<UUID> after(UUID last) {
    var now = clock.now().atOffset(ZoneOffset.UTC);
    return database.list(DUE, row -> row.getObject(1, UUID.class), now, now, now, last);
  }

  void runOut(UUID id) {
    Instant now = clock.now();
    runOut(bookings.held(id), now);
  }

  /**
   * Takes out of a time's way what has run out there; the caller holds the space. Who waits comes
   * before whoever asks now.
   *
   * @return whether there was any
   */
  boolean clear(Place place, Slot slot, Instant now) {
    List<UUID> overdue = table.overdue(place.spaceId(), slot.blockedAt(place), now);
    if (overdue.isEmpty()) {
      return false;
    }
    bookings.locked(overdue).forEach(booking -> runOut(booking, now));
    return true;
  }

  /**
   * The same for one who holds nothing of the space yet, in a transaction of its own: it is true,
   * and whoever waited has the space, even if the caller is refused in the end.
   */
  boolean clearApart(Place place, Slot slot, Instant now) {
    if (table.overdue(place.spaceId(), slot.blockedAt(place), now).isEmpty()) {
      return false;
    }
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              bookings.holdSpace(place.spaceId());
              clear(place, slot, now);
            });
    return true;
  }

  private void runOut(Booking booking, Instant now) {
    if (!booking.isOverdue(now)) {
      return;
    }
    boolean excluded = booking.state.excludes();
    Place place = sites.place(booking.spaceId).orElseThrow(Problem::notFound);
    BookingEvent event = booking.runOut(place, now);
    if (event instanceof BookingMissed) {
      news.tellOfUse(event, booking, "run-out");
    } else {
      news.tell(event, booking.id, "run-out");
    }
    bookings.flush();
    if (excluded) {
      news.freed(booking.freed());
    }
  }
}
