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
  private static final String PAGE =
      """
      with asked (path, area, code, first_day, last_day, starts_at, ends_at) as (
        values (?::ltree, ?::varchar, ?::varchar, ?::date, ?::date, ?::timestamptz, ?::timestamptz)
      ), listed as materialized (
        select s.site_id, s.code, s.name, s.organization_id, s.area_code
          from asked a, site s
         where (a.path is null or s.organization_id in (
                 select o.organization_id from organization_node o where o.path <@ a.path))
           and (a.area is null or s.area_code in (
                 select w.area_code from area_within w
                  where w.within_code = a.area and w.valid_to is null))
           and s.opened_on <= a.last_day and (s.closed_on is null or s.closed_on > a.first_day)
           and (a.code is null or s.code > a.code)
         order by s.code limit ?)
      select s.*, u.bookings, u.no_shows, round(u.booked_seconds / 3600, 2) as booked_hours
        from listed s cross join asked a
       cross join lateral (
               select count(*) filter (where b.state in ('CONFIRMED', 'CHECKED_IN')) as bookings,
                      count(*) filter (where b.state = 'NO_SHOW') as no_shows,
                      coalesce(sum(extract(epoch from b.ends_at - b.starts_at))
                        filter (where b.state in ('CONFIRMED', 'CHECKED_IN')), 0) as booked_seconds
                 from booking b
                where b.site_id = s.site_id
                  and b.starts_at >= a.starts_at and b.starts_at < a.ends_at) u
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
            page.fetchSize());
    return page.page(found, site -> Cursor.of(site.code()));
  }

  private OffsetDateTime beginOf(LocalDate day) {
    return day.atStartOfDay(clock.zone()).toInstant().atOffset(ZoneOffset.UTC);
  }
}
