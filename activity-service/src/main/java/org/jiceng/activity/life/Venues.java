package org.jiceng.activity.life;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;

/** The places that plans name, by what this service knows of sites and bookings. */
@ApplicationScoped
class Venues {
  // A plan holds on to a booking of its own that covers the whole of it.
  private static final String BOOKED =
      """
      select site_id from booking
       where booking_id = ? and organization_id = any (?)
         and state not in ('CANCELLED', 'REFUSED', 'LAPSED', 'NO_SHOW')
         and starts_at <= ? and ends_at >= ?""";

  private static final String OPEN_SITE =
      "select site_id from site where site_id = ? and closed_on is null";

  private final Database database;

  Venues(Database database) {
    this.database = database;
  }

  /** Where it is; refuses a booking that does not fit and a site that is not there. */
  Venue of(NewPlan wanted, Span span, List<UUID> holders) {
    if (wanted.bookingId() != null) {
      UUID site = booked(wanted.bookingId(), span, holders);
      return new Venue(site, wanted.bookingId(), wanted.place());
    }
    if (wanted.siteId() != null && find(OPEN_SITE, wanted.siteId()) == null) {
      throw Problem.violation("siteId", "no-open-site");
    }
    return new Venue(wanted.siteId(), null, wanted.place());
  }

  /** The site of a booking that one of them has for all of that time. */
  UUID booked(UUID bookingId, Span span, List<UUID> holders) {
    UUID site = find(BOOKED, bookingId, holders, utc(span.startsAt()), utc(span.endsAt()));
    if (site == null) {
      throw new Problem(ActivityProblems.BOOKING_UNFIT).at("bookingId");
    }
    return site;
  }

  private UUID find(String sql, Object... arguments) {
    return database.first(sql, row -> row.getObject(1, UUID.class), arguments).orElse(null);
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
