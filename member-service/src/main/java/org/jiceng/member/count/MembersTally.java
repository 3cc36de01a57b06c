package org.jiceng.member.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MemberCounted;
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
}
