package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;

/**
 * What was agreed with other districts about the days on which a person is a member here. Whoever
 * was handed over belongs there until a transfer leads back or the person joins anew; whoever was
 * taken over belongs here from that very day on. What is done here alone cannot change it, or both
 * districts would count the person, or neither.
 */
@ApplicationScoped
class HandOvers {
  // Beginning and end of a hand-over stand in the transfer: the day is the first of the other side.
  private static final String BROKEN =
      """
      with person as (
        select member_id, joined_on from member
         where id_index = ? and ended_on is null
        union all
        select member_id, joined_on from member
         where id_index = ? and ended_on is not null and end_reason <> 'ENTERED_IN_ERROR'),
      agreed as (
        select t.member_id, t.direction, t.peer, t.closed_on as day
          from transfer t
         where t.member_id in (select member_id from person union select ?::uuid)
           and t.peer is not null and t.state in ('COMPLETED', 'ACKNOWLEDGED')),
      elsewhere as (
        select g.peer, g.day,
               least((select min(t.closed_on) from transfer t join person using (member_id)
                       where t.direction = 'IN' and t.state in ('COMPLETED', 'ACKNOWLEDGED')
                         and t.closed_on >= g.day),
                     (select min(p.joined_on) from person p where p.joined_on >= g.day)) as back_on
          from agreed g where g.direction = 'OUT'),
      stay as (select valid_from, valid_to from affiliation where member_id = ?)
      select e.day, e.peer from elsewhere e
       where exists (select from stay
                      where daterange(valid_from, valid_to) && daterange(e.day, e.back_on))
      union all
      select a.day, a.peer from agreed a
       where a.member_id = ? and a.direction = 'OUT'
         and not exists (select from stay where valid_to = a.day)
      union all
      select a.day, a.peer from agreed a
       where a.member_id = ? and a.direction = 'IN'
         and (not exists (select from stay where valid_from = a.day)
           or exists (select from stay where daterange(valid_from, valid_to) @> a.day - 1))
       order by 1 limit 1""";

  private final Database database;

  HandOvers(Database database) {
    this.database = database;
  }

  private record HandOver(LocalDate day, String peer) {}

  /** Refuses stays, as they are recorded by now, that differ from what was agreed (409). */
  void requireKept(Member member) {
    byte[] person = member.person.idIndex();
    database
        .first(
            BROKEN,
            row -> new HandOver(row.getObject(1, LocalDate.class), row.getString(2)),
            person,
            person,
            member.id,
            member.id,
            member.id,
            member.id)
        .ifPresent(
            agreed -> {
              throw new Problem(MembershipProblems.HANDED_OVER, agreed.day(), agreed.peer());
            });
  }
}
