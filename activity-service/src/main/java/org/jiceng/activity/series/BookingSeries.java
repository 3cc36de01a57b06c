package org.jiceng.activity.series;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.booking.Occurrence;
import org.jiceng.activity.booking.SeriesScope;
import org.jiceng.activity.booking.SeriesWish;
import org.jiceng.activity.booking.Slot;
import org.jiceng.activity.site.Place;
import org.jiceng.events.ActivityEvent.SeriesBooked;
import org.jiceng.events.ActivityEvent.SeriesCancelled;
import org.jiceng.events.ActivityEvent.SeriesChanged;
import org.jiceng.kit.problem.Problem;

/** The rule that several bookings were made by; what was had of it are its bookings. */
@Entity
@Table(name = "booking_series")
public class BookingSeries {
  @Id
  @Column(name = "booking_series_id")
  UUID id;

  @Column(name = "site_id")
  UUID siteId;

  @Column(name = "space_id")
  UUID spaceId;

  @Column(name = "organization_id")
  UUID organizationId;

  String rrule;

  @Column(name = "first_date")
  LocalDate firstDate;

  @Column(name = "start_time")
  LocalTime startTime;

  @Column(name = "end_time")
  LocalTime endTime;

  @Column(name = "lasts_days")
  int lastsDays;

  Integer attendees;

  @Column(name = "made_at")
  Instant madeAt;

  @Column(name = "cancelled_at")
  Instant cancelledAt;

  @Version long version;

  protected BookingSeries() {}

  BookingSeries(UUID id, Place place, NewSeries wanted, Instant now) {
    this.id = id;
    this.siteId = place.siteId();
    this.spaceId = place.spaceId();
    this.organizationId = wanted.organizationId();
    this.rrule = wanted.rrule();
    this.attendees = wanted.attendees();
    this.madeAt = now;
    timeOfDay(wanted.clock());
    this.firstDate = wanted.firstDate();
  }

  /** What was had of it when it was made. */
  SeriesBooked booked(List<Occurrence> occurrences) {
    int had = had(occurrences);
    return new SeriesBooked(id, siteId, spaceId, organizationId, had, occurrences.size() - had);
  }

  /** All that is to come moves, or some of it; only the first changes what the series says. */
  SeriesChanged change(SeriesScope scope, WallClock clock, List<Occurrence> moved) {
    requireOpen();
    if (scope == SeriesScope.ALL) {
      timeOfDay(clock);
    }
    int had = had(moved);
    return new SeriesChanged(id, siteId, spaceId, organizationId, had, moved.size() - had);
  }

  SeriesCancelled cancel(SeriesScope scope, int cancelled, Instant now) {
    requireOpen();
    if (scope == SeriesScope.ALL) {
      cancelledAt = now;
    }
    return new SeriesCancelled(id, siteId, spaceId, organizationId, cancelled);
  }

  void requireOpen() {
    if (cancelledAt != null) {
      throw new Problem(SeriesProblems.CANCELLED);
    }
  }

  SeriesWish wish(Place place, List<Slot> slots, boolean allOrNothing, boolean dryRun) {
    return new SeriesWish(place, organizationId, id, attendees, slots, allOrNothing, dryRun);
  }

  private void timeOfDay(WallClock clock) {
    startTime = clock.startTime();
    endTime = clock.endTime();
    lastsDays = clock.lastsDays();
  }

  private static int had(List<Occurrence> occurrences) {
    return (int) occurrences.stream().filter(Occurrence::isHad).count();
  }
}
