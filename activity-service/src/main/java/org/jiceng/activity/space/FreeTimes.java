package org.jiceng.activity.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.opening.OpenTime;
import org.jiceng.activity.sharing.Sharings;
import org.jiceng.activity.site.Place;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;

/** When a space can be used: open, not under a closure, free, and shared with who asks. */
@ApplicationScoped
public class FreeTimes {
  // A booking keeps others out for the time that it blocks, and those others want time of their own
  // before and after.
  private static final String FREE =
      """
      with w as materialized (
        select p.space_id, p.site_id, p.set_up_minutes, p.clear_up_minutes, s.opening_until,
               tstzrange(?::timestamptz, ?::timestamptz) as win,
               make_interval(mins => p.set_up_minutes) as set_up,
               make_interval(mins => p.clear_up_minutes) as clear_up
          from space p join site s on s.site_id = p.site_id
         where p.space_id = ? and p.closed_on is null and s.closed_on is null),
      open (times) as (
        select case when w.opening_until is null then tstzmultirange(w.win)
                    else coalesce((select range_agg(tstzrange(t.starts_at, t.ends_at))
                                     from open_time t
                                    where t.site_id = w.site_id and t.on_day between ? and ?),
                                  '{}') * tstzmultirange(w.win) end
          from w),
      closed (times) as (
        select range_agg(c.during) from w join closure c on c.site_id = w.site_id
         where c.cancelled_at is null and c.during && w.win
           and (c.space_id is null or c.space_id = w.space_id)),
      taken (times) as (
        select range_agg(tstzrange(lower(%1$s) - w.clear_up, upper(%1$s) + w.set_up))
          from w join booking b on b.space_id = w.space_id
         where %2$s
           and %1$s && tstzrange(lower(w.win) - w.set_up, upper(w.win) + w.clear_up)),
      free (during) as (
        select unnest(open.times - coalesce(closed.times, '{}') - coalesce(taken.times, '{}')
                      - ?::tstzmultirange)
          from open, closed, taken)
      select lower(during), upper(during) from free order by 1"""
          .formatted(Use.BLOCKED, Use.EXCLUDES);

  private final Database database;
  private final Sharings sharings;
  private final BusinessClock clock;

  FreeTimes(Database database, Sharings sharings, BusinessClock clock) {
    this.database = database;
    this.sharings = sharings;
    this.clock = clock;
  }

  /**
   * From a moment to another, in order; for an organisation, or (null) for whoever may use it then.
   */
  public List<OpenTime> of(Place place, UUID organizationId, Instant from, Instant until) {
    return database.list(
        FREE,
        FreeTimes::time,
        Use.utc(from),
        Use.utc(until),
        place.spaceId(),
        LocalDate.ofInstant(from, clock.zone()).minusDays(1),
        LocalDate.ofInstant(until, clock.zone()).plusDays(1),
        sharings.barred(place.siteId(), organizationId, from, until));
  }

  private static OpenTime time(ResultSet row) throws SQLException {
    return new OpenTime(moment(row, 1), moment(row, 2));
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
