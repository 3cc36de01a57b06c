package org.jiceng.activity.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.events.ActivityEvent.ActivityCounted;
import org.jiceng.events.ActivityEvent.ActivityCountedByArea;
import org.jiceng.events.DomainEvent;
import org.jiceng.kit.tally.Cut;
import org.jiceng.kit.tally.Tally;

/** What this service counts in its own tables, for the figures to be compared with. */
@ApplicationScoped
class ActivityTally implements Tally {
  private static final String COUNT =
      """
      select count(*) as "site",
             coalesce(round(sum(floor_area)), 0) as "site.floorArea",
             count(*) filter (where kind = 'SERVICE_CENTRE' and floor_area > 500)
               as "site.serviceCentreOver500",
             count(*) filter (where lent) as "site.fromBuildingsAndTwoNew",
             coalesce(round(sum(floor_area) filter (where lent)), 0)
               as "site.fromBuildingsAndTwoNew.floorArea",
             (select count(*) from brand where withdrawn_on is null) as "brand",
             (select count(*) from demonstration_point where withdrawn_on is null)
               as "demonstrationPoint",
             (select count(*) from booking where state in ('CONFIRMED', 'CHECKED_IN', 'NO_SHOW'))
               as "booking",
             (select count(*) from activity where state in ('HELD', 'MINUTED')) as "activity",
             (select count(*) from attendance where revoked_on is null) as "attendance",
             (select count(*) from attendance
               where revoked_on is null and registration_id is not null) as "attendance.hosted",
             (select count(*) from attendance where revoked_on is null and home_id is not null)
               as "attendance.member",
             (select count(*) from attendance
               where revoked_on is null and registration_id is not null and home_id is not null)
               as "attendance.memberAway"
        from (select *, origin in ('BUILDING', 'TWO_NEW') as lent
                from site where closed_on is null) open_site""";

  private static final String COUNT_BY_AREA =
      """
      with open_site as (
        select *, origin in ('BUILDING', 'TWO_NEW') as lent from site where closed_on is null),
      of_area (measure, area_code, value) as (
        select 'site', area_code, 1 from open_site
        union all select 'site.floorArea', area_code, floor_area from open_site
        union all select 'site.serviceCentreOver500', area_code, 1 from open_site
                   where kind = 'SERVICE_CENTRE' and floor_area > 500
        union all select 'site.fromBuildingsAndTwoNew', area_code, 1 from open_site where lent
        union all select 'site.fromBuildingsAndTwoNew.floorArea', area_code, floor_area
                    from open_site where lent
        union all select 'brand', area_code, 1 from brand where withdrawn_on is null
        union all select 'demonstrationPoint', area_code, 1 from demonstration_point
                   where withdrawn_on is null),
      of_organization (measure, organization_id, value) as (
        select 'booking', organization_id, count(*) from booking
         where state in ('CONFIRMED', 'CHECKED_IN', 'NO_SHOW') group by 2
        union all select 'activity', organization_id, count(*) from activity
                   where state in ('HELD', 'MINUTED') group by 2
        union all select 'attendance', organization_id, count(*) from attendance
                   where revoked_on is null group by 2
        union all select 'attendance.hosted', organization_id, count(*) from attendance
                   where revoked_on is null and registration_id is not null group by 2
        union all select 'attendance.member', home_id, count(*) from attendance
                   where revoked_on is null and home_id is not null group by 2
        union all select 'attendance.memberAway', home_id, count(*) from attendance
                   where revoked_on is null and registration_id is not null and home_id is not null
                   group by 2),
      counted as (
        select * from of_area
        union all
        select c.measure, o.area_code, c.value
          from of_organization c join organization_node o using (organization_id))
      select measure || '@' || left(area_code, 9) || '000', round(sum(value))
        from counted group by 1 having round(sum(value)) <> 0""";

  @Override
  public Map<String, Long> count(Connection snapshot, LocalDate on) throws SQLException {
    try (PreparedStatement select = snapshot.prepareStatement(COUNT);
        ResultSet row = select.executeQuery()) {
      row.next();
      Map<String, Long> counts = new TreeMap<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        counts.put(row.getMetaData().getColumnLabel(i), row.getLong(i));
      }
      return counts;
    }
  }

  @Override
  public Map<String, Long> countByArea(Connection snapshot, LocalDate on) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (PreparedStatement select = snapshot.prepareStatement(COUNT_BY_AREA);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  @Override
  public DomainEvent counted(Map<String, Long> counts, Cut cut) {
    return new ActivityCounted(counts, cut.countedThrough(), cut.alsoCounted());
  }

  @Override
  public DomainEvent countedByArea(Map<String, Long> counts, Cut cut) {
    return new ActivityCountedByArea(counts, cut.countedThrough(), cut.alsoCounted());
  }
}
