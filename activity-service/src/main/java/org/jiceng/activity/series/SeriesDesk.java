package org.jiceng.activity.series;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.booking.BookingPolicy;
import org.jiceng.activity.booking.Occurrence;
import org.jiceng.activity.booking.SeriesBookings;
import org.jiceng.activity.booking.SeriesChanges;
import org.jiceng.activity.booking.SeriesWish;
import org.jiceng.activity.booking.Slot;
import org.jiceng.activity.site.Place;
import org.jiceng.activity.site.Sites;
import org.jiceng.events.ActivityEvent.SeriesEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/** Where series are made, moved and given back. */
@ApplicationScoped
public class SeriesDesk {
  private final SeriesList list;
  private final SeriesBookings bookings;
  private final SeriesChanges changes;
  private final Sites sites;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final BookingPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  SeriesDesk(
      SeriesList list,
      SeriesBookings bookings,
      SeriesChanges changes,
      Sites sites,
      Scopes scopes,
      Preconditions preconditions,
      BookingPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.list = list;
    this.bookings = bookings;
    this.changes = changes;
    this.sites = sites;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** What could be had; nothing is booked. */
  SeriesView ask(NewSeries wanted) {
    BookingSeries series = series(null, wanted);
    SeriesWish wish = wish(series, wanted, true);
    return SeriesView.of(series, bookings.book(wish));
  }

  SeriesView book(NewSeries wanted) {
    BookingSeries series = series(UuidCreator.getTimeOrderedEpoch(), wanted);
    SeriesWish wish = wish(series, wanted, false);
    list.persistAndFlush(series);
    List<Occurrence> occurrences = bookings.book(wish);
    if (occurrences.stream().noneMatch(Occurrence::isHad)) {
      throw new Problem(SeriesProblems.NOTHING_FREE).with("exceptions", occurrences);
    }
    tell(series.booked(occurrences), series.id, "book");
    return SeriesView.of(series, occurrences);
  }

  SeriesView change(UUID id, SeriesChange wanted) {
    BookingSeries series = changing(id);
    WallClock times = wanted.clock(series);
    List<Occurrence> moved =
        changes.move(
            series.wish(place(series.spaceId), List.of(), true, false),
            wanted.scope(),
            wanted.bookingId(),
            slot -> moved(slot, times));
    SeriesEvent event = series.change(wanted.scope(), times, moved);
    list.flush();
    tell(event, id, "change");
    return SeriesView.of(series, moved);
  }

  SeriesView cancel(UUID id, SeriesCancellation wanted) {
    SeriesChange.requireNamed(wanted.scope(), wanted.bookingId());
    BookingSeries series = changing(id);
    SeriesWish of = series.wish(place(series.spaceId), List.of(), true, false);
    int cancelled = changes.cancel(of, wanted.scope(), wanted.bookingId());
    SeriesEvent event = series.cancel(wanted.scope(), cancelled, clock.now());
    list.flush();
    tell(event, id, "cancel");
    return SeriesView.of(series, null);
  }

  private BookingSeries series(UUID id, NewSeries wanted) {
    return new BookingSeries(id, place(wanted.spaceId()), wanted, clock.now());
  }

  private SeriesWish wish(BookingSeries series, NewSeries wanted, boolean dryRun) {
    Instant last = clock.now().plus(policy.furthestAhead());
    List<Slot> slots =
        Recurrence.parse(wanted.rrule())
            .slots(wanted.clock(), clock.zone(), last, policy.mostOccurrences());
    boolean all = wanted.mode() == NewSeries.Mode.ALL_OR_NOTHING;
    return series.wish(place(wanted.spaceId()), slots, all, dryRun);
  }

  /** Of the organisation that made it, or of whoever manages the site. */
  private BookingSeries changing(UUID id) {
    BookingSeries series = list.require(id);
    if (!scopes.contains(place(series.spaceId).managingOrganizationId())) {
      scopes.requireWithin(series.organizationId);
    }
    preconditions.requireVersion(series.version);
    series.requireOpen();
    list.getEntityManager().lock(series, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    return series;
  }

  /** The same day at other times. */
  private Slot moved(Slot slot, WallClock times) {
    return times.on(slot.startsAt().atZone(clock.zone()).toLocalDate(), clock.zone());
  }

  private Place place(UUID spaceId) {
    return sites.place(spaceId).orElseThrow(Problem::notFound);
  }

  private void tell(SeriesEvent event, UUID id, String action) {
    outbox.append(event, clock.today());
    audit.write(action, "booking-series", id);
  }
}
