package org.jiceng.member.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MemberCounted;
import org.jiceng.events.MemberEvent.MemberCountedByArea;
import org.jiceng.kit.tally.Cut;
import org.jiceng.kit.tally.Tally;

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

  @Override
  public Map<String, Long> count(Connection snapshot, LocalDate on) throws SQLException {
    try (PreparedStatement select = snapshot.prepareStatement(COUNT)) {
      select.setObject(1, on);
      select.setObject(2, on);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return Map.of("member", row.getLong(1), "mobileHosted", row.getLong(2));
      }
    }
  }

  @Override
  public Map<String, Long> countByArea(Connection snapshot, LocalDate on) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (PreparedStatement select = snapshot.prepareStatement(COUNT_BY_AREA)) {
      select.setObject(1, on);
      select.setObject(2, on);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          counts.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return counts;
  }

  @Override
  public DomainEvent counted(Map<String, Long> counts, Cut cut) {
    return new MemberCounted(counts, cut.countedThrough(), cut.alsoCounted());
  }

  @Override
  public DomainEvent countedByArea(Map<String, Long> counts, Cut cut) {
    return new MemberCountedByArea(counts, cut.countedThrough(), cut.alsoCounted());
  }
}
