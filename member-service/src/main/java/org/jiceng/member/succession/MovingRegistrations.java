package org.jiceng.member.succession;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MobileEvent;
import org.jiceng.events.MemberEvent.MobileHostChanged;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;

/**
 * Whom an organisation hosted is hosted by its heir; who is affiliated to the host by now is hosted
 * no longer, since nobody is counted twice in one place.
 */
@ApplicationScoped
class MovingRegistrations {
  private static final String REASON = "REORGANIZED";

  private static final String MOVE =
      """
      with due as (
        select r.registration_id, r.host_id as former, s.heir_id as host,
               coalesce(m.organization_id, r.home_id) as home,
               greatest(s.effective_on, r.hosted_on) as moved_on
          from succession s
          join mobile_registration r on r.host_id = s.organization_id and r.ended_on is null
          left join member m on m.member_id = r.member_id and m.ended_on is null
         where s.reorganization_id = ? and s.heir_id is not null
           and m.organization_id is distinct from s.heir_id
         order by r.registration_id limit ?
           for no key update of r)
      update mobile_registration r
         set host_id = due.host, home_id = nullif(due.home, due.host), version = r.version + 1
        from due
       where r.registration_id = due.registration_id
      returning r.registration_id, due.former, due.host, due.moved_on""";

  private static final String END =
      """
      with due as (
        select r.registration_id, greatest(s.effective_on, r.hosted_on) as ended_on
          from succession s
          join member m on m.organization_id = s.heir_id and m.ended_on is null
          join mobile_registration r
            on r.member_id = m.member_id and r.ended_on is null
           and r.host_id in (s.heir_id, s.organization_id)
         where s.reorganization_id = ?
        union
        select r.registration_id, greatest(o.effective_on, r.hosted_on)
          from assignment a
          join reorganization o on o.reorganization_id = a.reorganization_id
          join member m on m.member_id = a.member_id and m.organization_id = a.organization_id
          join mobile_registration r
            on r.member_id = m.member_id and r.ended_on is null and r.host_id = a.organization_id
         where a.reorganization_id = ?)
      update mobile_registration r
         set ended_on = due.ended_on, reason_code = ?, version = r.version + 1
        from due
       where r.registration_id = due.registration_id and r.ended_on is null
      returning r.registration_id, r.host_id, null::uuid, r.ended_on""";

  private final Database database;
  private final Outbox outbox;
  private final Audit audit;

  MovingRegistrations(Database database, Outbox outbox, Audit audit) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
  }

  private record Moved(UUID registration, UUID former, UUID host, LocalDate on) {
    static Moved of(ResultSet row) throws SQLException {
      return new Moved(
          row.getObject(1, UUID.class),
          row.getObject(2, UUID.class),
          row.getObject(3, UUID.class),
          row.getObject(4, LocalDate.class));
    }

    MobileEvent event(UUID reorganizationId) {
      return host == null
          ? new MobileHostingEnded(registration, former, REASON)
          : new MobileHostChanged(registration, reorganizationId, former, host);
    }
  }

  long move(UUID reorganizationId, int limit) {
    List<Moved> moved = new ArrayList<>();
    moved.addAll(database.list(MOVE, Moved::of, reorganizationId, limit));
    moved.addAll(database.list(END, Moved::of, reorganizationId, reorganizationId, REASON));
    moved.forEach(one -> outbox.append(one.event(reorganizationId), one.on()));
    audit.writeAll(
        "reassign", "mobile-registration", moved.stream().map(Moved::registration).toList());
    return moved.size();
  }
}
