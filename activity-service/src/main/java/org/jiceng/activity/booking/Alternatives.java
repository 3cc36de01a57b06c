package org.jiceng.activity.booking;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.site.Place;
import org.jiceng.kit.area.AreaHierarchy;

/**
 * What to offer instead of a slot that is taken: other times on the same space, then other spaces
 * of at least its capacity in the same sub-district at the same time. Each is one query on the
 * index of the no-overlap constraint, bounded by {@link BookingPolicy}.
 */
@ApplicationScoped
class Alternatives {
  // The free ranges are the window without what is blocked. Times here are those that a use blocks,
  // with what the space takes before and after. Within each range that is long enough, the slot
  // nearest to the wished one begins at the wished start, or as near to it as the range allows.
  private static final String OTHER_TIMES =
      """
      with asked (space_id, starts_at, length, win, now) as (
        values (?::uuid, ?::timestamptz, ?::interval, tstzrange(?::timestamptz, ?::timestamptz),
                ?::timestamptz)
      ), free (during) as (
        select unnest(tstzmultirange(a.win) - coalesce(
                 (select range_agg(b.blocked) from booking b
                   where b.space_id = a.space_id and b.state in %1$s and b.blocked && a.win
                     and not (b.state = 'HELD' and b.held_until <= a.now)),
                 '{}'::tstzmultirange))
          from asked a
      ), nearest (starts_at) as (
        select least(greatest(a.starts_at, lower(f.during)), upper(f.during) - a.length)
          from free f, asked a
         where upper(f.during) - lower(f.during) >= a.length
      )
      select n.starts_at, n.starts_at + a.length
        from nearest n, asked a
       order by greatest(n.starts_at - a.starts_at, a.starts_at - n.starts_at), n.starts_at
       limit ?"""
          .formatted(BookingState.EXCLUDING);

  // The community's own come first, then the smallest that will do.
  private static final String OTHER_SPACES =
      """
      select s.site_id, p.space_id
        from site s join space p on p.site_id = s.site_id
       where s.area_code in (
               select area_code from area_within where within_code = %1$s and valid_to is null)
         and p.closed_on is null and p.capacity >= ? and p.space_id <> ?
         and not exists (select 1 from booking b
                          where b.space_id = p.space_id and b.state in %2$s
                            and b.blocked && tstzrange(
                                  ? - make_interval(mins => p.set_up_minutes),
                                  ? + make_interval(mins => p.clear_up_minutes))
                            and not (b.state = 'HELD' and b.held_until <= ?))
       order by s.area_code <> ?, p.capacity, p.space_id
       limit ?"""
          .formatted(AreaHierarchy.SUB_DISTRICT_OF, BookingState.EXCLUDING);

  private final AgroalDataSource dataSource;
  private final BookingPolicy policy;

  Alternatives(AgroalDataSource dataSource, BookingPolicy policy) {
    this.dataSource = dataSource;
    this.policy = policy;
  }

  /** Free slots of the same length, nearest first; none of them has begun. */
  List<Alternative> to(Place place, Slot wished, Instant now) {
    try (Connection connection = dataSource.getConnection()) {
      List<Alternative> found = new ArrayList<>(otherTimes(connection, place, wished, now));
      found.addAll(otherSpaces(connection, place, wished, now));
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the alternatives could not be read", e);
    }
  }

  private List<Alternative> otherTimes(Connection connection, Place place, Slot wished, Instant now)
      throws SQLException {
    Slot blocked = wished.blockedAt(place);
    Duration before = Duration.between(blocked.startsAt(), wished.startsAt());
    Duration after = Duration.between(wished.endsAt(), blocked.endsAt());
    Instant from = wished.startsAt().minus(policy.lookAround());
    try (PreparedStatement select = connection.prepareStatement(OTHER_TIMES)) {
      select.setObject(1, place.spaceId());
      select.setObject(2, utc(blocked.startsAt()));
      select.setString(3, blocked.length().toString());
      select.setObject(4, utc((from.isBefore(now) ? now : from).minus(before)));
      select.setObject(5, utc(blocked.endsAt().plus(policy.lookAround())));
      select.setObject(6, utc(now));
      select.setInt(7, policy.alternatives());
      try (ResultSet rows = select.executeQuery()) {
        List<Alternative> times = new ArrayList<>();
        while (rows.next()) {
          times.add(
              new Alternative(
                  place.siteId(),
                  place.spaceId(),
                  moment(rows, 1).plus(before),
                  moment(rows, 2).minus(after)));
        }
        return times;
      }
    }
  }

  private List<Alternative> otherSpaces(
      Connection connection, Place place, Slot wished, Instant now) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OTHER_SPACES)) {
      select.setString(1, place.areaCode());
      select.setString(2, place.areaCode());
      select.setInt(3, place.capacity());
      select.setObject(4, place.spaceId());
      select.setObject(5, utc(wished.startsAt()));
      select.setObject(6, utc(wished.endsAt()));
      select.setObject(7, utc(now));
      select.setString(8, place.areaCode());
      select.setInt(9, policy.alternatives());
      try (ResultSet rows = select.executeQuery()) {
        List<Alternative> spaces = new ArrayList<>();
        while (rows.next()) {
          spaces.add(
              new Alternative(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, UUID.class),
                  wished.startsAt(),
                  wished.endsAt()));
        }
        return spaces;
      }
    }
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Instant moment(ResultSet rows, int column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }
}
