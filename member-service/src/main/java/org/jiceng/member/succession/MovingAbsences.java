package org.jiceng.member.succession;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.AbsenceEnded;
import org.jiceng.events.MemberEvent.AbsenceReported;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;

/**
 * Who is away from an organisation that became another is away from where they belong by now: for
 * the former home the absence ends, for the heir it begins, and the contacts go on. Who belongs to
 * the very host is away no longer.
 */
@ApplicationScoped
class MovingAbsences {
  private static final String REASON = "REORGANIZED";

  // A member's report that waits counts nowhere, so it moves without a word of it. A matched
  // hosting
  // that has ended was ended by the reorganisation: host and home have become one.
  private static final String MOVE =
      """
      with ends as (
        select organization_id as id from succession where reorganization_id = ?),
      touched as (
        select absence_id from absence
         where home_id in (select id from ends) and state in ('REPORTED_BY_MEMBER', 'CONFIRMED')
        union
        select a.absence_id from absence a join mobile_registration r using (registration_id)
         where a.host_id in (select id from ends) and a.state = 'CONFIRMED'
           and r.ended_on is not null),
      due as (
        select a.absence_id, a.home_id as former, m.organization_id as home,
               a.state = 'CONFIRMED' as counted, r.ended_on is not null as at_host,
               greatest(o.effective_on, m.affiliated_on, a.away_since, a.contacted_on) as moved_on
          from touched
          join absence a using (absence_id)
          join reorganization o on o.reorganization_id = ?
          join member m on m.member_id = a.member_id and m.ended_on is null
          left join mobile_registration r on r.registration_id = a.registration_id
         where m.organization_id <> a.home_id or r.ended_on is not null
         order by a.absence_id limit ?
           for no key update of a)
      update absence a
         set home_id = case when due.at_host then a.home_id else due.home end,
             host_id = case when due.at_host then a.host_id else nullif(a.host_id, due.home) end,
             state = case when due.at_host then 'ENDED' else a.state end,
             ended_on = case when due.at_host then due.moved_on end,
             end_reason = case when due.at_host then ? end,
             version = a.version + 1
        from due
       where a.absence_id = due.absence_id
      returning a.absence_id, a.member_id, due.former, a.home_id, a.host_id, due.moved_on,
                due.counted, due.at_host""";

  private static final String FOLLOW_HOSTS =
      """
      update absence a
         set host_id = r.host_id, version = a.version + 1
        from mobile_registration r
       where r.registration_id = a.registration_id and r.ended_on is null
         and a.state = 'CONFIRMED' and r.host_id not in (a.host_id, a.home_id)
         and a.host_id in (select organization_id from succession where reorganization_id = ?)""";

  private static final String TELL_HOSTS =
      """
      update mobile_registration r
         set home_id = a.home_id, version = r.version + 1
        from absence a
       where a.absence_id = any (?) and a.registration_id = r.registration_id
         and a.state = 'CONFIRMED' and r.ended_on is null and r.home_id <> a.home_id""";

  private static final String FOLLOW_ASKED =
      """
      update absence a
         set host_id = nullif(s.heir_id, a.home_id), version = a.version + 1
        from succession s
       where s.reorganization_id = ? and s.heir_id is not null
         and a.host_id = s.organization_id and a.registration_id is null
         and a.state in ('REPORTED_BY_MEMBER', 'CONFIRMED')""";

  private final Database database;
  private final Outbox outbox;
  private final Audit audit;

  MovingAbsences(Database database, Outbox outbox, Audit audit) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
  }

  private record Moved(
      UUID absence,
      UUID member,
      UUID former,
      UUID home,
      UUID host,
      LocalDate on,
      boolean counted,
      boolean over) {
    static Moved of(ResultSet row) throws SQLException {
      return new Moved(
          row.getObject(1, UUID.class),
          row.getObject(2, UUID.class),
          row.getObject(3, UUID.class),
          row.getObject(4, UUID.class),
          row.getObject(5, UUID.class),
          row.getObject(6, LocalDate.class),
          row.getBoolean(7),
          row.getBoolean(8));
    }
  }

  /** Moves up to so many, and lets all follow their hosts; answers how many have moved. */
  long move(UUID reorganizationId, int limit) {
    List<Moved> moved =
        database.list(MOVE, Moved::of, reorganizationId, reorganizationId, limit, REASON);
    moved.stream().filter(Moved::counted).forEach(this::tell);
    List<UUID> ids = moved.stream().map(Moved::absence).toList();
    database.change(TELL_HOSTS, ids);
    database.change(FOLLOW_HOSTS, reorganizationId);
    database.change(FOLLOW_ASKED, reorganizationId);
    audit.writeAll("reassign", "absence", ids);
    return moved.size();
  }

  private void tell(Moved one) {
    outbox.append(new AbsenceEnded(one.absence(), one.member(), one.former(), REASON), one.on());
    if (!one.over()) {
      outbox.append(
          new AbsenceReported(one.absence(), one.member(), one.home(), one.host()), one.on());
    }
  }
}
