package org.jiceng.member.succession;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;

/**
 * Who leaves for another district tomorrow belongs to the heir until then. Their end has been told
 * already, as of the organisation that is no more; so what is told is that the stay there ended
 * sooner, and which one came after it.
 */
@ApplicationScoped
class MovingLeavers {
  private static final String MOVE =
      """
      with due as (
        select m.member_id, m.organization_id as source, m.affiliated_on, m.ended_on,
               coalesce(a.organization_id, s.heir_id) as destination,
               greatest(s.effective_on, m.affiliated_on) as moved_on
          from succession s
          join member m on m.organization_id = s.organization_id and m.ended_on > ?
          left join assignment a on a.reorganization_id = s.reorganization_id
                                and a.member_id = m.member_id
         where s.reorganization_id = ?
           and coalesce(a.organization_id, s.heir_id) <> m.organization_id
         order by m.member_id
           for no key update of m),
      left_source as (
        update affiliation a set valid_to = due.moved_on from due
         where a.member_id = due.member_id and a.valid_to = due.ended_on
        returning a.member_id),
      moved as (
        update member m
           set organization_id = due.destination, affiliated_on = due.moved_on,
               version = m.version + 1
          from due join left_source using (member_id)
         where m.member_id = due.member_id
        returning m.member_id),
      arrived as (
        insert into affiliation (member_id, organization_id, valid_from, valid_to)
        select member_id, destination, moved_on, ended_on from moved join due using (member_id)
        returning member_id)
      select member_id, source, affiliated_on, destination, moved_on, ended_on
        from due join arrived using (member_id)""";

  private final Database database;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  MovingLeavers(Database database, Outbox outbox, Audit audit, BusinessClock clock) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  private record Moved(
      UUID member, UUID source, LocalDate since, UUID destination, LocalDate on, LocalDate endsOn) {
    static Moved of(ResultSet row) throws SQLException {
      return new Moved(
          row.getObject(1, UUID.class),
          row.getObject(2, UUID.class),
          row.getObject(3, LocalDate.class),
          row.getObject(4, UUID.class),
          row.getObject(5, LocalDate.class),
          row.getObject(6, LocalDate.class));
    }
  }

  /** Moves all of them, who are few; answers how many. */
  long move(UUID reorganizationId) {
    List<Moved> moved = database.list(MOVE, Moved::of, clock.today(), reorganizationId);
    moved.forEach(this::tell);
    audit.writeAll("reassign", "member", moved.stream().map(Moved::member).toList());
    return moved.size();
  }

  private void tell(Moved one) {
    outbox.append(
        new AffiliationRevoked(one.member(), one.source(), one.since(), one.endsOn()), one.since());
    outbox.append(
        new AffiliationEntered(one.member(), one.source(), one.since(), one.on()), one.since());
    outbox.append(
        new AffiliationEntered(one.member(), one.destination(), one.on(), one.endsOn()), one.on());
  }
}
