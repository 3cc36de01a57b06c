package org.jiceng.member.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MemberCounted;
import org.jiceng.events.MemberEvent.MemberCountedByArea;
import org.jiceng.kit.tally.Tally;
import org.jiceng.kit.time.BusinessClock;

/** What this service counts in its own tables, for the figures to be compared with. */
@ApplicationScoped
class MembersTally implements Tally {
  // By affiliations, not by members: what the exclusion constraint guards is what is counted. One
  // that another district releases ends, or begins, with a day that is still to come.
  private static final String COUNT =
      """
      select (select count(*) from affiliation
               where valid_from <= ? and (valid_to is null or valid_to > ?)),
             (select count(*) from mobile_registration where ended_on is null)""";

  private static final String COUNT_BY_AREA =
      """
      select 'member@' || left(o.area_code, 9) || '000', count(*)
        from affiliation a join organization_node o using (organization_id)
       where a.valid_from <= ? and (a.valid_to is null or a.valid_to > ?) group by 1
      union all
      select 'mobileHosted@' || left(o.area_code, 9) || '000', count(*)
        from mobile_registration r join organization_node o on o.organization_id = r.host_id
       where r.ended_on is null group by 1""";

  private final BusinessClock clock;

  MembersTally(BusinessClock clock) {
    this.clock = clock;
  }

  @Override
  public DomainEvent count(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COUNT)) {
      select.setObject(1, clock.today());
      select.setObject(2, clock.today());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new MemberCounted(Map.of("member", row.getLong(1), "mobileHosted", row.getLong(2)));
      }
    }
  }

  @Override
  public DomainEvent countByArea(Connection connection) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(COUNT_BY_AREA)) {
      select.setObject(1, clock.today());
      select.setObject(2, clock.today());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          counts.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return new MemberCountedByArea(counts);
  }
}
