package org.jiceng.member.mobile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.events.MemberEvent.AbsenceEnded;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.member.membership.MembersAffiliated;
import org.jiceng.member.mobile.MobileMember.Told;

/**
 * What becomes of the absences and hostings of members who move by the hundred, by the rules of
 * {@link MobileMember} and each kind by one statement. Whoever calls holds the members.
 */
@ApplicationScoped
class MobileMembersTogether {
  private static final String REASON = "TRANSFERRED";

  private static final String END_ABSENCES =
      """
      with due as (
        select absence_id, state = 'CONFIRMED' as counted from absence
         where member_id = any (?) and state in ('REPORTED_BY_MEMBER', 'CONFIRMED')
         order by absence_id
           for no key update)
      update absence a
         set state = case when due.counted then 'ENDED' else 'DECLINED' end,
             ended_on = greatest(?, a.away_since), end_reason = ?, version = a.version + 1
        from due
       where a.absence_id = due.absence_id
      returning a.absence_id, a.member_id, a.home_id, a.ended_on, due.counted""";

  // By the ID number, whoever was known when; and by the member, if the number was put right since.
  private static final String MOVE_HOSTINGS =
      """
      with moved as (select member_id, id_index from member where member_id = any (?)),
      theirs as (
        select r.registration_id, m.member_id
          from moved m join mobile_registration r on r.member_id = m.member_id
         where r.ended_on is null
        union
        select r.registration_id, m.member_id
          from moved m join mobile_registration r on r.id_index = m.id_index
         where r.ended_on is null),
      due as (
        select r.registration_id, theirs.member_id, r.host_id = ? as at_home
          from theirs join mobile_registration r using (registration_id)
         order by r.registration_id
           for no key update of r)
      update mobile_registration r
         set ended_on = case when due.at_home then greatest(?, r.hosted_on) end,
             reason_code = case when due.at_home then ? end,
             member_id = case when due.at_home then r.member_id else due.member_id end,
             home_id = case when due.at_home then r.home_id else ? end,
             matched_on = case when due.at_home then r.matched_on end,
             version = r.version + 1
        from due
       where r.registration_id = due.registration_id
      returning r.registration_id, r.host_id, r.ended_on""";

  private final Database database;
  private final Outbox outbox;

  MobileMembersTogether(Database database, Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  void affiliated(@Observes MembersAffiliated moved) {
    List<Optional<Told>> absences =
        database.list(
            END_ABSENCES, MobileMembersTogether::absence, moved.memberIds(), moved.on(), REASON);
    List<Optional<Told>> hostings =
        database.list(
            MOVE_HOSTINGS,
            MobileMembersTogether::hosting,
            moved.memberIds(),
            moved.organizationId(),
            moved.on(),
            REASON,
            moved.organizationId());
    Stream.concat(absences.stream(), hostings.stream())
        .flatMap(Optional::stream)
        .collect(Collectors.groupingBy(Told::on, TreeMap::new, Collectors.toList()))
        .forEach((on, some) -> outbox.appendAll(some.stream().map(Told::event).toList(), on));
  }

  /** A report that never counted is told of by nobody. */
  private static Optional<Told> absence(ResultSet row) throws SQLException {
    AbsenceEnded ended =
        new AbsenceEnded(
            row.getObject(1, UUID.class),
            row.getObject(2, UUID.class),
            row.getObject(3, UUID.class),
            REASON);
    return row.getBoolean(5)
        ? Optional.of(new Told(ended, row.getObject(4, LocalDate.class)))
        : Optional.empty();
  }

  /** A hosting that goes on tells nothing; its new home is told when it reports the member away. */
  private static Optional<Told> hosting(ResultSet row) throws SQLException {
    MobileHostingEnded ended =
        new MobileHostingEnded(row.getObject(1, UUID.class), row.getObject(2, UUID.class), REASON);
    return Optional.ofNullable(row.getObject(3, LocalDate.class)).map(on -> new Told(ended, on));
  }
}
