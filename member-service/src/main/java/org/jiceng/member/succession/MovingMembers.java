package org.jiceng.member.succession;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;

/**
 * Members of an organisation that became another belong to its heir, or to where they are assigned,
 * from that day on; who joined it later, from the day of joining on.
 */
@ApplicationScoped
class MovingMembers {
  // As a transfer moves one member (Members.MOVE), this moves many: what is closed comes before
  // what is opened, since the insert reads what the updates returned.
  private static final String MOVE =
      """
      with due as (
        select m.member_id, m.organization_id as source,
               coalesce(a.organization_id, s.heir_id) as destination,
               greatest(s.effective_on, m.affiliated_on) as moved_on
          from succession s
          join member m on m.organization_id = s.organization_id and m.ended_on is null
          left join assignment a on a.reorganization_id = s.reorganization_id
                                and a.member_id = m.member_id
          join reorganization r on r.reorganization_id = s.reorganization_id
         where s.reorganization_id = ?
           and coalesce(a.organization_id, s.heir_id) <> m.organization_id
           -- who comes back to an organisation that goes on was not left behind
           and (s.heir_id is not null or r.followed_at is null)
         order by m.member_id limit ?
           for no key update of m),
      left_source as (
        update affiliation a set valid_to = due.moved_on from due
         where a.member_id = due.member_id and a.valid_to is null
        returning a.member_id, due.source, due.destination, due.moved_on),
      moved as (
        update member m
           set organization_id = l.destination, affiliated_on = l.moved_on, version = m.version + 1
          from left_source l
         where m.member_id = l.member_id
        returning m.member_id, l.source, l.destination, l.moved_on),
      arrived as (
        insert into affiliation (member_id, organization_id, valid_from)
        select member_id, destination, moved_on from moved)
      select member_id, source, destination, moved_on from moved""";

  private final Database database;
  private final Outbox outbox;
  private final Audit audit;

  MovingMembers(Database database, Outbox outbox, Audit audit) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
  }

  private record Moved(UUID member, UUID source, UUID destination, LocalDate on) {
    static Moved of(ResultSet row) throws SQLException {
      return new Moved(
          row.getObject(1, UUID.class),
          row.getObject(2, UUID.class),
          row.getObject(3, UUID.class),
          row.getObject(4, LocalDate.class));
    }
  }

  long move(UUID reorganizationId, int limit) {
    List<Moved> moved = database.list(MOVE, Moved::of, reorganizationId, limit);
    for (Moved one : moved) {
      outbox.append(
          new MemberReassigned(one.member(), reorganizationId, one.source(), one.destination()),
          one.on());
    }
    audit.writeAll("reassign", "member", moved.stream().map(Moved::member).toList());
    return moved.size();
  }
}
