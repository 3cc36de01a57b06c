package org.jiceng.member.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.desk.DeskToday.Mobile;
import org.jiceng.member.desk.DeskToday.Turns;
import org.jiceng.member.membership.Probations;

/** Counts what is to be done, within the caller's scope. */
@ApplicationScoped
class Desk {
  private static final String EVERYWHERE = "";

  static final String TRANSFERS =
      """
      with office as materialized (
        select organization_id from organization_node where path <@ ?::ltree)
      select count(t.transfer_id), count(*) filter (where t.due_on = d.day), count(*) filter (where t.due_on < d.day),
             count(*) filter (where t.escalate_on <= d.day),
             count(*) filter (where t.state = 'COMPLETED'),
             (select count(*) from (
                select l.transfer_id from transfer l join office o on o.organization_id = l.source_id
                 where l.state in ('APPROVED', 'RETURNED') and l.valid_until between d.day and d.soon
                 union
                select l.transfer_id from transfer l join office o on o.organization_id = l.destination_id
                 where l.state in ('APPROVED', 'RETURNED') and l.valid_until between d.day and d.soon) letters)
        from (select ?::date as day, ?::date as soon) d
        left join (transfer t join office o on o.organization_id = t.turn_id)
               on t.state in ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED')
       group by d.day, d.soon""";

  static final String MOBILE =
      """
      with office as materialized (
        select organization_id from organization_node where path <@ ?::ltree)
      select count(*) filter (where a.contact_due < d.day),
             count(*) filter (where a.contact_due between d.day and d.soon),
             (select count(*) from absence p join office o on o.organization_id = p.home_id
               where p.state = 'REPORTED_BY_MEMBER'),
             (select count(*) from absence h join office o on o.organization_id = h.host_id
               where h.state = 'CONFIRMED' and h.registration_id is null),
             count(*) filter (where a.registration_id is not null and a.transfer_from <= d.day
               and not exists (select 1 from transfer t where t.member_id = a.member_id
                                  and t.state in ('REQUESTED', 'APPROVED', 'RETURNED'))),
             count(*) filter (where a.host_id is not null and a.registration_id is null)
        from (select ?::date as day, ?::date as soon) d
        left join (absence a join office o on o.organization_id = a.home_id)
               on a.state = 'CONFIRMED'
       group by d.day, d.soon""";

  private final Database database;
  private final Probations probations;
  private final DeskPolicy policy;
  private final Scopes scopes;
  private final BusinessClock clock;

  Desk(
      Database database,
      Probations probations,
      DeskPolicy policy,
      Scopes scopes,
      BusinessClock clock) {
    this.database = database;
    this.probations = probations;
    this.policy = policy;
    this.scopes = scopes;
    this.clock = clock;
  }

  private record Transfers(Turns turns, long letters) {
    static Transfers of(ResultSet row) throws SQLException {
      return new Transfers(
          new Turns(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
          row.getLong(6));
    }
  }

  DeskToday today() {
    LocalDate today = clock.today();
    LocalDate letters = today.plus(policy.letters());
    LocalDate contacts = today.plus(policy.contacts());
    LocalDate probation = today.plus(policy.probations());
    String path = scopes.pathPrefix().orElse(EVERYWHERE);
    Transfers transfers =
        database.first(TRANSFERS, Transfers::of, path, today, letters).orElseThrow();
    Mobile mobile = database.first(MOBILE, Desk::mobile, path, today, contacts).orElseThrow();
    return new DeskToday(
        today,
        transfers.turns,
        transfers.letters,
        letters,
        mobile,
        contacts,
        probations.count(today, probation),
        probation);
  }

  private static Mobile mobile(ResultSet row) throws SQLException {
    return new Mobile(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6));
  }
}
