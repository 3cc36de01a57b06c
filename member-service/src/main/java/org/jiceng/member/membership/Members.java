package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.database.DatabaseRefusal;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.person.SealedPerson;

/** The members there are, and were. */
@ApplicationScoped
public class Members {
  private static final String BY_ID = "select * from member where member_id = ?";

  // Whoever changes a member holds the row first, so that commands to one member take turns.
  private static final String HOLD = BY_ID + " for no key update";

  // Those who hold several take them in one order, or two would wait for each other.
  private static final String HOLD_BOTH =
      "select 1 from member where member_id in (?, ?) order by member_id for no key update";

  // Whoever is about to end the present membership goes first, or its end would not be seen.
  private static final String WAIT_FOR_ENDING =
      "select 1 from member where id_index = ? and ended_on is null for share";

  private static final String EARLIER_END =
      """
      select member_id, organization_id, ended_on from member
       where id_index = ? and ended_on is not null and end_reason <> 'ENTERED_IN_ERROR'
       order by ended_on desc limit 1""";

  private static final String INSERT =
      """
      insert into member (member_id, id_index, id_number, name, phone, sex, ethnicity, education,
                          birth_year, status, joined_on, admitted_by, organization_id,
                          affiliated_on, work_unit_id, workplace_on, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""";

  private static final String OPEN_AFFILIATION =
      "insert into affiliation (member_id, organization_id, valid_from) values (?, ?, ?)";

  private static final String CLOSE_AFFILIATION =
      "update affiliation set valid_to = ? where member_id = ? and valid_to is null";

  // One statement moves the member. The constraint affiliation_one_at_a_time sees what is closed
  // before what is opened, since the insert reads what the update returned.
  private static final String MOVE =
      """
      with left_source as (
        update affiliation set valid_to = ? where member_id = ? and valid_to is null
        returning member_id, valid_to),
      moved as (
        update member set organization_id = ?, affiliated_on = ?, version = ? where member_id = ?
        returning member_id, organization_id)
      insert into affiliation (member_id, organization_id, valid_from)
      select member_id, organization_id, valid_to from left_source join moved using (member_id)""";

  private static final String UPDATE =
      """
      update member set id_index = ?, id_number = ?, name = ?, phone = ?, sex = ?, ethnicity = ?,
                        education = ?, birth_year = ?, status = ?, joined_on = ?, confirmed_on = ?,
                        work_unit_id = ?, workplace_on = ?,
                        extended_on = ?, probation_until = ?, suspended_on = ?, resumed_on = ?,
                        organization_id = ?, affiliated_on = ?, ended_on = ?, end_reason = ?,
                        merged_into = ?, version = ?
       where member_id = ?""";

  // Whoever was suspended when the membership ended was so until then, whatever day that is.
  private static final String END_SUSPENSION =
      "update suspension set resumed_on = ? where member_id = ? and suspended_on = ?";

  private static final String SUSPEND =
      "insert into suspension (member_id, suspended_on) values (?, ?)";

  private static final String RESUME =
      "update suspension set resumed_on = ? where member_id = ? and resumed_on is null";

  private static final String AFFILIATIONS =
      """
      select organization_id, valid_from, valid_to from affiliation
       where member_id = ? order by valid_from, valid_to nulls last""";

  // The second condition is that of the index member_alike.
  private static final String NAMED =
      """
      select m.* from member m join organization_node o using (organization_id)
       where m.ended_on is null and m.end_reason is distinct from 'ENTERED_IN_ERROR'
         and m.name_index = ?""";

  private static final String LAST_AT =
      "select max(valid_to) from affiliation where member_id = ? and organization_id = ?";

  private final Database database;
  private final Discretion discretion;

  Members(Database database, Discretion discretion) {
    this.database = database;
    this.discretion = discretion;
  }

  /** The member, or 404. */
  public Member require(UUID id) {
    return database.first(BY_ID, Members::member, id).orElseThrow(Problem::notFound);
  }

  /** The member, who is this transaction's to change until it ends; or 404. */
  public Member hold(UUID id) {
    return database.first(HOLD, Members::member, id).orElseThrow(Problem::notFound);
  }

  /** Two members, both this transaction's to change until it ends. */
  void holdBoth(UUID one, UUID other) {
    database.list(HOLD_BOTH, row -> 1, one, other);
  }

  /** The present member of that ID number, by its keyed digest. */
  public Optional<Member> current(byte[] idIndex) {
    return database.first(
        "select * from member where id_index = ? and ended_on is null", Members::member, idIndex);
  }

  /** As {@link #current}; the member is this transaction's to change until it ends. */
  public Optional<Member> holdCurrent(byte[] idIndex) {
    return database.first(
        "select * from member where id_index = ? and ended_on is null for no key update",
        Members::member,
        idIndex);
  }

  /** The present members of a name, by its keyed digest, under a path if there is one. */
  Page<Member> named(byte[] nameIndex, Optional<String> path, PageRequest request) {
    List<Member> found =
        new Conditions(NAMED, (Object) nameIndex)
            .and("o.path <@ ?::ltree", path.orElse(null))
            .and("m.member_id > ?", request.cursor().map(after -> after.uuid(0)).orElse(null))
            .list(database, "m.member_id", request.fetchSize(), Members::member);
    return request.page(found, last -> Cursor.of(last.id));
  }

  /** Until when the member was last affiliated to that organisation, if ever and no longer. */
  public Optional<LocalDate> lastAt(UUID id, UUID organizationId) {
    return Optional.ofNullable(
        database
            .list(LAST_AT, row -> row.getObject(1, LocalDate.class), id, organizationId)
            .get(0));
  }

  /** A membership that has ended. */
  record Earlier(UUID id, UUID organizationId, LocalDate end) {
    static Earlier of(ResultSet row) throws SQLException {
      return new Earlier(
          row.getObject(1, UUID.class),
          row.getObject(2, UUID.class),
          row.getObject(3, LocalDate.class));
    }
  }

  /** The membership of that person that ended last, which the next may not overlap. */
  Optional<Earlier> earlier(byte[] idIndex) {
    database.list(WAIT_FOR_ENDING, row -> 1, idIndex);
    return database.first(EARLIER_END, Earlier::of, idIndex);
  }

  /** A new member; 409 when the person is one already. */
  void add(Member member) {
    SealedPerson person = member.person;
    Profile profile = member.profile;
    refusingAnotherMembership(
        () ->
            database.change(
                INSERT,
                member.id,
                person.idIndex(),
                person.idNumber(),
                person.name(),
                person.phone(),
                profile.sex(),
                profile.ethnicity(),
                profile.education(),
                profile.birthYear(),
                member.status,
                member.joinedOn,
                member.admittedBy,
                member.organizationId,
                member.affiliatedOn,
                member.workUnitId,
                member.workplaceOn));
    database.change(OPEN_AFFILIATION, member.id, member.organizationId, member.affiliatedOn);
  }

  /** What has changed about the member, save the stays. */
  void keep(Member member) {
    SealedPerson person = member.person;
    Profile profile = member.profile;
    refusingAnotherMembership(
        () ->
            database.change(
                UPDATE,
                person.idIndex(),
                person.idNumber(),
                person.name(),
                person.phone(),
                profile.sex(),
                profile.ethnicity(),
                profile.education(),
                profile.birthYear(),
                member.status,
                member.joinedOn,
                member.confirmedOn,
                member.workUnitId,
                member.workplaceOn,
                member.extendedOn,
                member.probationUntil,
                member.suspendedOn,
                member.resumedOn,
                member.organizationId,
                member.affiliatedOn,
                member.endedOn,
                member.endReason,
                member.mergedInto,
                member.version,
                member.id));
    if (member.suspendedOn != null) {
      database.change(END_SUSPENSION, member.endedOn, member.id, member.suspendedOn);
    }
  }

  /** The member's rights rest. */
  void keepSuspension(Member member) {
    keep(member);
    database.change(SUSPEND, member.id, member.suspendedOn);
  }

  /** The member's rights are whole again. */
  void keepResumption(Member member) {
    keep(member);
    database.change(RESUME, member.resumedOn, member.id);
  }

  /** The member is affiliated somewhere again. */
  void keepRestoration(Member member) {
    keep(member);
    database.change(OPEN_AFFILIATION, member.id, member.organizationId, member.affiliatedOn);
  }

  /** The member is affiliated nowhere from the end on. */
  public void keepEnd(Member member) {
    keep(member);
    database.change(CLOSE_AFFILIATION, member.endedOn, member.id);
  }

  /** The member is affiliated elsewhere from the day of the move on. */
  public void keepMove(Member member) {
    LocalDate on = member.affiliatedOn;
    database.change(MOVE, on, member.id, member.organizationId, on, member.version, member.id);
  }

  /** Where the member was affiliated, from the first on. */
  List<Affiliation> affiliations(UUID id) {
    return database.list(AFFILIATIONS, Affiliation::of, id);
  }

  static Member member(ResultSet row) throws SQLException {
    Member member =
        new Member(
            row.getObject("member_id", UUID.class),
            SealedPerson.of(row),
            Profile.of(row),
            MembershipStatus.valueOf(row.getString("status")),
            row.getObject("joined_on", LocalDate.class),
            row.getObject("admitted_by", UUID.class),
            row.getObject("organization_id", UUID.class),
            row.getObject("affiliated_on", LocalDate.class));
    member.confirmedOn = row.getObject("confirmed_on", LocalDate.class);
    member.workUnitId = row.getObject("work_unit_id", UUID.class);
    member.workplaceOn = row.getObject("workplace_on", LocalDate.class);
    member.extendedOn = row.getObject("extended_on", LocalDate.class);
    member.probationUntil = row.getObject("probation_until", LocalDate.class);
    member.suspendedOn = row.getObject("suspended_on", LocalDate.class);
    member.resumedOn = row.getObject("resumed_on", LocalDate.class);
    member.mergedInto = row.getObject("merged_into", UUID.class);
    member.endedOn = row.getObject("ended_on", LocalDate.class);
    String reason = row.getString("end_reason");
    member.endReason = reason == null ? null : MembershipEnd.valueOf(reason);
    member.erasedOn = row.getObject("erased_on", LocalDate.class);
    member.version = row.getLong("version");
    return member;
  }

  private void refusingAnotherMembership(Runnable write) {
    try {
      write.run();
    } catch (DatabaseRefusal e) {
      if (e.breaks("member_one_membership")) {
        Problem reason = new Problem(MembershipProblems.ALREADY_MEMBER).at("idNumber");
        throw discretion.about(reason, "idNumber", "member");
      }
      throw e;
    }
  }
}
