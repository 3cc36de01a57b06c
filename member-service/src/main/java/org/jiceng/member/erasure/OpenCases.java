package org.jiceng.member.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** What has to be finished before a person is forgotten: somebody still needs to know who it is. */
@ApplicationScoped
class OpenCases {
  static final ProblemType OPEN = new ProblemType(409, "erasure-case-open");

  private static final String FIRST =
      """
      with these as (select member_id, id_index from member where member_id = any (?))
      select 'transfer ' || t.transfer_id from transfer t join these using (member_id)
       where t.state in ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED')
      union all
      select 'absence ' || a.absence_id from absence a join these using (member_id)
       where a.state in ('REPORTED_BY_MEMBER', 'CONFIRMED')
      union all
      select 'mobile-registration ' || r.registration_id
        from mobile_registration r join these using (member_id) where r.ended_on is null
      union all
      select 'mobile-registration ' || r.registration_id
        from mobile_registration r join these using (id_index) where r.ended_on is null
      union all
      select 'transfer ' || p.transfer_id from incoming_person p join these using (id_index)
       limit 1""";

  private final Database database;

  OpenCases(Database database) {
    this.database = database;
  }

  /**
   * Refuses while a transfer waits for someone, its acknowledgement too, while the person is away
   * or hosted, or on the way in again (409).
   */
  void requireNone(Collection<UUID> members) {
    database
        .first(FIRST, row -> row.getString(1), members)
        .ifPresent(
            open -> {
              throw new Problem(OPEN, open);
            });
  }
}
