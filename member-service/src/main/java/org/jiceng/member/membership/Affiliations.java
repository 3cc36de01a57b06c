package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;

/** Where members were affiliated: the stays as we know them by now. */
@ApplicationScoped
class Affiliations {
  private static final String OF_MEMBER =
      """
      select organization_id, valid_from, valid_to from affiliation
       where member_id = ? order by valid_from, valid_to nulls last""";

  private static final String REVOKE =
      """
      delete from affiliation
       where member_id = ? and organization_id = ? and valid_from = ?
         and valid_to is not distinct from ?""";

  private static final String ENTER =
      "insert into affiliation (member_id, organization_id, valid_from, valid_to) values (?, ?, ?, ?)";

  // Both are held, or a correction of the other record would not be seen.
  private static final String OTHER_RECORDS =
      """
      with other as (
        select member_id from member
         where id_index = ? and member_id <> ? and ended_on is null
        union all
        select member_id from member
         where id_index = ? and member_id <> ? and ended_on is not null)
      select m.member_id from member m join other using (member_id) for share of m""";

  private static final String OVERLAP =
      """
      select m.member_id, m.organization_id from affiliation ours
        join affiliation theirs
          on daterange(ours.valid_from, ours.valid_to)
             && daterange(theirs.valid_from, theirs.valid_to)
        join member m on m.member_id = theirs.member_id
       where ours.member_id = ? and theirs.member_id = any (?)""";

  private final Database database;
  private final Discretion discretion;

  Affiliations(Database database, Discretion discretion) {
    this.database = database;
    this.discretion = discretion;
  }

  private record Other(UUID id, UUID organizationId) {
    static Other of(ResultSet row) throws SQLException {
      return new Other(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
    }
  }

  Stays of(UUID memberId) {
    return new Stays(database.list(OF_MEMBER, Affiliation::of, memberId));
  }

  /** The right stays stand where the recorded ones stood; what differs, and nothing else. */
  void replace(UUID memberId, Stays recorded, Stays right) {
    for (Affiliation wrong : recorded.without(right)) {
      database.change(REVOKE, memberId, wrong.organizationId(), wrong.validFrom(), wrong.validTo());
    }
    for (Affiliation stay : right.without(recorded)) {
      database.change(ENTER, memberId, stay.organizationId(), stay.validFrom(), stay.validTo());
    }
  }

  /**
   * A person is affiliated to one organisation at every instant, also over several records; refuses
   * a field that would have it otherwise (422).
   */
  void requireAlone(Member member, String field) {
    byte[] person = member.person.idIndex();
    var others =
        database.list(
            OTHER_RECORDS,
            row -> row.getObject(1, UUID.class),
            person,
            member.id,
            person,
            member.id);
    if (!others.isEmpty()) {
      database
          .first(OVERLAP, Other::of, member.id, others)
          .ifPresent(
              other -> {
                throw discretion.about(
                    Problem.violation(field, "overlaps-other-membership"),
                    field,
                    "member",
                    other.id,
                    other.organizationId);
              });
    }
  }
}
