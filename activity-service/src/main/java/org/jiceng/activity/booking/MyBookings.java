package org.jiceng.activity.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;

/**
 * What is to come for whoever is calling: for a member, of the organisation where the member is
 * affiliated today; for an office, of the organisation that it is.
 */
@ApplicationScoped
class MyBookings {
  /** So few that the answer stays below two kilobytes with names as they are. */
  static final int MOST = 8;

  private static final String AFFILIATED =
      """
      select organization_id from member_stay
       where member_id = ? and valid_from <= ? and (valid_to is null or valid_to > ?)""";

  private static final String COMING =
      """
      select b.booking_id, s.name, p.name, b.starts_at, b.ends_at, b.state
        from booking b join site s on s.site_id = b.site_id join space p on p.space_id = b.space_id
       where b.organization_id = any (?) and b.ends_at > ?::timestamptz
         and (b.starts_at, b.booking_id) > (?::timestamptz, ?::uuid)
         and (b.state = 'CHECKED_IN'
              or b.state = 'CONFIRMED' and (b.release_at is null or b.release_at > ?::timestamptz)
              or b.state = 'REQUESTED' and b.starts_at > ?::timestamptz
              or b.state = 'HELD' and b.held_until > ?::timestamptz)
       order by b.starts_at, b.booking_id limit ?""";

  private final Database database;
  private final Caller caller;
  private final BookingPolicy policy;
  private final BusinessClock clock;

  MyBookings(Database database, Caller caller, BookingPolicy policy, BusinessClock clock) {
    this.database = database;
    this.caller = caller;
    this.policy = policy;
    this.clock = clock;
  }

  Page<MyBooking> coming(Cursor after) {
    List<UUID> mine = mine();
    if (mine.isEmpty()) {
      return Page.empty();
    }
    OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
    // nothing that began before can still last
    OffsetDateTime from =
        after == null ? now.minus(policy.longest()) : after.instant(0).atOffset(ZoneOffset.UTC);
    UUID last = after == null ? new UUID(0, 0) : after.uuid(1);
    List<MyBooking> rows =
        database.list(
            COMING,
            row ->
                new MyBooking(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    row.getString(6)),
            mine,
            now,
            from,
            last,
            now,
            now,
            now,
            MOST + 1);
    return page(rows);
  }

  private static Page<MyBooking> page(List<MyBooking> rows) {
    if (rows.size() <= MOST) {
      return new Page<>(rows, null);
    }
    MyBooking last = rows.get(MOST - 1);
    return new Page<>(rows.subList(0, MOST), Cursor.of(last.startsAt(), last.id()).toString());
  }

  private List<UUID> mine() {
    return caller
        .memberId()
        .map(
            member ->
                database.list(
                    AFFILIATED,
                    row -> row.getObject(1, UUID.class),
                    member,
                    clock.today(),
                    clock.today()))
        .orElseGet(() -> caller.organizationId().map(List::of).orElse(List.of()));
  }
}
