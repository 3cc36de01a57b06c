package org.jiceng.activity.usage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The use of sites, a page of them in one question. */
@ApplicationScoped
class SiteUsages {
  // What a clock has made of a booking is true before the sweep has seen it. A site without hours
  // of
  // its own is open around the clock.
  private static final String PAGE =
      """
      with asked (path, area, code, first_day, last_day, starts_at, ends_at, now) as (
        values (?::ltree, ?::varchar, ?::varchar, ?::date, ?::date, ?::timestamptz,
                ?::timestamptz, ?::timestamptz)
      ), listed as materialized (
        select s.site_id, s.code, s.name, s.organization_id, s.area_code, s.opening_until,
               s.space_count - s.closed_space_count as spaces
          from asked a, site s
         where (a.path is null or s.organization_id in (
                 select o.organization_id from organization_node o where o.path <@ a.path))
           and (a.area is null or s.area_code in (
                 select w.area_code from area_within w
                  where w.within_code = a.area and w.valid_to is null))
           and s.opened_on <= a.last_day and (s.closed_on is null or s.closed_on > a.first_day)
           and (a.code is null or s.code > a.code)
         order by s.code limit ?)
      select s.*, u.bookings, u.no_shows, u.booked_seconds, o.open_seconds, t.attendances, c.cost
        from listed s cross join asked a
       cross join lateral (
               select count(*) filter (where not missed) as bookings,
                      count(*) filter (where missed) as no_shows,
                      coalesce(sum(seconds) filter (where not missed), 0) as booked_seconds
                 from (select extract(epoch from b.ends_at - b.starts_at) as seconds,
                              b.state = 'NO_SHOW'
                                or b.state = 'CONFIRMED' and coalesce(b.release_at <= a.now, false)
                                as missed
                         from booking b
                        where b.site_id = s.site_id
                          and b.starts_at >= a.starts_at and b.starts_at < a.ends_at
                          and b.state in ('CONFIRMED', 'CHECKED_IN', 'NO_SHOW')) was) u
       cross join lateral (
               select case when s.opening_until is null
                           then extract(epoch from a.ends_at - a.starts_at)
                           else coalesce(sum(extract(epoch from o.ends_at - o.starts_at)), 0)
                      end as open_seconds
                 from open_time o
                where o.site_id = s.site_id and o.on_day between a.first_day and a.last_day) o
       cross join lateral (
               select count(*) as attendances
                 from activity v join attendance n using (activity_id)
                where v.site_id = s.site_id and v.held_on between a.first_day and a.last_day
                  and v.state in ('HELD', 'MINUTED') and n.revoked_on is null) t
       cross join lateral (
               select coalesce(sum(c.amount), 0) as cost
                 from cost c
                where c.site_id = s.site_id and c.spent_on between a.first_day and a.last_day
                  and c.revoked_on is null) c
       order by s.code""";

  private final Database database;
  private final BusinessClock clock;

  SiteUsages(Database database, BusinessClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Those managed below a path (null: everywhere) and in an area (null: anywhere), by code. */
  Page<SiteUsage> page(UsagePeriod period, String area, String path, PageRequest page) {
    List<SiteUsage> found =
        database.list(
            PAGE,
            SiteUsage::of,
            path,
            area,
            page.cursor().map(cursor -> cursor.key(0)).orElse(null),
            period.from(),
            period.until(),
            beginOf(period.from()),
            beginOf(period.until().plusDays(1)),
            clock.now().atOffset(ZoneOffset.UTC),
            page.fetchSize());
    return page.page(found, site -> Cursor.of(site.code()));
  }

  private OffsetDateTime beginOf(LocalDate day) {
    return day.atStartOfDay(clock.zone()).toInstant().atOffset(ZoneOffset.UTC);
  }
}
