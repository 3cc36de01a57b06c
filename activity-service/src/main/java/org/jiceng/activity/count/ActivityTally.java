package org.jiceng.activity.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.events.ActivityEvent.ActivityCounted;
import org.jiceng.events.DomainEvent;
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

  @Override
  public DomainEvent count(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COUNT);
        ResultSet row = select.executeQuery()) {
      row.next();
      Map<String, Long> counts = new TreeMap<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        counts.put(row.getMetaData().getColumnLabel(i), row.getLong(i));
      }
      return new ActivityCounted(counts);
    }
  }
}
