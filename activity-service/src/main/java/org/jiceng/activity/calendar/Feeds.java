package org.jiceng.activity.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;

/** What the feeds show: what is, was lately or will be booked, requested or was cancelled. */
@ApplicationScoped
class Feeds {
  private static final String OF =
      """
      select b.booking_id, b.starts_at, b.ends_at, b.state,
             greatest(b.booked_at, b.cancelled_at, b.checked_in_at), b.version,
             s.name, p.name, o.name
        from booking b
        join site s on s.site_id = b.site_id
        join space p on p.space_id = b.space_id
        left join organization_node o on o.organization_id = b.organization_id
       where b.%s = ?::uuid and b.starts_at > ?::timestamptz
         and (b.state in ('CONFIRMED', 'CHECKED_IN')
              or b.state = 'REQUESTED' and b.starts_at > ?::timestamptz
              or b.state = 'CANCELLED' and b.cancelled_at > ?::timestamptz)
       order by b.starts_at, b.booking_id limit ?""";

  private final Database database;
  private final CalendarPolicy policy;
  private final BusinessClock clock;

  Feeds(Database database, CalendarPolicy policy, BusinessClock clock) {
    this.database = database;
    this.policy = policy;
    this.clock = clock;
  }

  List<FeedEntry> of(Calendar calendar) {
    Instant now = clock.now();
    OffsetDateTime since = now.minus(policy.showFor()).atOffset(ZoneOffset.UTC);
    boolean ofSite = calendar.siteId != null;
    return database.list(
        OF.formatted(ofSite ? "site_id" : "organization_id"),
        Feeds::entry,
        ofSite ? calendar.siteId : calendar.organizationId,
        since,
        now.atOffset(ZoneOffset.UTC),
        since,
        policy.mostBookings());
  }

  private static FeedEntry entry(ResultSet row) throws SQLException {
    return new FeedEntry(
        row.getObject(1, UUID.class),
        moment(row, 2),
        moment(row, 3),
        row.getString(4),
        moment(row, 5),
        row.getInt(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
