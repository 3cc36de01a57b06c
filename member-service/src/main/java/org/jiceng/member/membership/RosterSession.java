package org.jiceng.member.membership;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MembershipEvent;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.ImportSession;
import org.jiceng.kit.imports.OrganizationsByCode;
import org.jiceng.kit.imports.OrganizationsByCode.Organization;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.kit.imports.StagedReferences;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.member.imports.Staging;
import org.jiceng.member.person.Person;
import org.jiceng.member.person.Persons;
import org.jiceng.member.person.SealedPerson;

/** The taking in of one roster. */
final class RosterSession implements ImportSession {
  private static final String CREATE =
      """
      create temp table member_staged (
        row_no bigint, member_id uuid, id_index bytea, id_number bytea, name bytea, phone bytea,
        name_index bytea, sex varchar, ethnicity varchar, education varchar, birth_year int,
        status varchar, joined_on date, admitted_by uuid, organization_id uuid,
        affiliated_on date, work_unit_id uuid)
      on commit drop""";

  // The same rules as for a single admission: one membership at a time, one after the other, and
  // none that goes on in another district.
  private static final String DUPLICATES =
      """
      with mine as (select cast(? as ltree) as path),
      known as not materialized (
        select m.*, mine.path is not null and (o.path is null or not o.path <@ mine.path) as beyond
          from member m cross join mine left join organization_node o using (organization_id))
      select row_no, 'idNumber', 'twice-in-file', null::uuid from (
        select row_no, row_number() over (partition by id_index order by row_no) as nth
          from member_staged) s
       where nth > 1
      union all
      select row_no, 'idNumber', 'already-there', case when m.beyond then m.member_id end
        from member_staged s join known m using (id_index) where m.ended_on is null
      union all
      select distinct row_no, 'affiliatedOn', 'before-earlier-membership',
             case when m.beyond then m.member_id end
        from member_staged s join known m using (id_index)
       where m.ended_on > s.affiliated_on and m.end_reason <> 'ENTERED_IN_ERROR'
      union all
      select distinct row_no, 'idNumber', 'handed-over', case when m.beyond then m.member_id end
        from member_staged s join known m using (id_index)
        join transfer t on t.member_id = m.member_id
       where m.ended_on is not null and t.direction = 'OUT' and t.peer is not null
         and t.state in ('COMPLETED', 'ACKNOWLEDGED') and s.joined_on < t.closed_on
         and not exists (select from member b join transfer i on i.member_id = b.member_id
                          where b.id_index = s.id_index and b.ended_on is not null
                            and i.direction = 'IN' and i.state in ('COMPLETED', 'ACKNOWLEDGED')
                            and i.closed_on >= t.closed_on)
       order by 1""";

  private static final String MOVE_MEMBERS =
      """
      insert into member (member_id, id_index, id_number, name, phone, name_index, sex,
                          ethnicity, education, birth_year, status, joined_on, admitted_by,
                          organization_id, affiliated_on, work_unit_id, workplace_on, version)
      select member_id, id_index, id_number, name, phone, name_index, sex,
             ethnicity, education, birth_year, status, joined_on, admitted_by,
             organization_id, affiliated_on, work_unit_id,
             case when work_unit_id is not null then affiliated_on end, 0
        from member_staged""";

  private static final String MOVE_AFFILIATIONS =
      """
      insert into affiliation (member_id, organization_id, valid_from)
      select member_id, organization_id, affiliated_on from member_staged""";

  private static final String MOVE_WORKPLACES =
      """
      insert into workplace (member_id, unit_id, valid_from)
      select member_id, work_unit_id, affiliated_on from member_staged
       where work_unit_id is not null""";

  private final ImportContext context;
  private final Persons persons;
  private final Outbox outbox;
  private final Audit audit;
  private final Staging staging;
  private final StagedReferences references;
  private final OrganizationsByCode organizations;
  private final CopyStream staged;
  private final CopyStream events;

  RosterSession(
      Connection connection,
      ImportContext context,
      Persons persons,
      BlindIndex index,
      Outbox outbox,
      Audit audit)
      throws SQLException {
    this.context = context;
    this.persons = persons;
    this.outbox = outbox;
    this.audit = audit;
    staging = new Staging(connection, CREATE);
    references = new StagedReferences(connection, index);
    organizations = OrganizationsByCode.load(connection, context);
    staged =
        CopyStream.into(
            connection,
            "member_staged",
            "row_no",
            "member_id",
            "id_index",
            "id_number",
            "name",
            "phone",
            "name_index",
            "sex",
            "ethnicity",
            "education",
            "birth_year",
            "status",
            "joined_on",
            "admitted_by",
            "organization_id",
            "affiliated_on",
            "work_unit_id");
    events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
  }

  @Override
  public void row(Row row, RowErrors errors) throws SQLException {
    Person person = Staging.person(row, context.today(), errors);
    String ethnicity = row.oneOf(CodeLists.ETHNICITY, "ethnicity");
    String education = row.oneOf(CodeLists.EDUCATION, "education");
    MembershipStatus status = row.oneOf(MembershipStatus.class, "status");
    LocalDate joinedOn = Staging.pastOrToday(row, "joinedOn", context, errors);
    LocalDate given = Staging.pastOrToday(row, "affiliatedOn", context, errors);
    LocalDate affiliatedOn = given == null ? joinedOn : given;
    Organization home = Staging.active(organizations, row, "organizationCode", errors);
    Organization admittedBy = organizations.in(row, "admittedByCode", errors);
    UUID workUnit = row.id("workUnitId");
    requireOrder(person, joinedOn, affiliatedOn, errors);
    if (errors.any()) {
      return;
    }
    stage(
        row.number(),
        persons.indexOfName(person.name(), references),
        new Member(
                UuidCreator.getTimeOrderedEpoch(),
                persons.seal(person, references),
                Profile.of(person.idNumber(), ethnicity, education),
                status,
                joinedOn,
                admittedBy == null ? null : admittedBy.id(),
                home.id(),
                affiliatedOn)
            .workingIn(workUnit));
  }

  @Override
  public void finish(ImportErrors errors) throws SQLException {
    staged.flush();
    references.resolve("member_staged", "id_index", "name_index");
    staging.run("analyze member_staged");
    Set<UUID> beyond = staging.report(DUPLICATES, context, errors);
    audit.askedBy(context.subject(), context.roles(), Discretion.ACTION, "member", beyond);
    if (!errors.any()) {
      staging.run(MOVE_MEMBERS, MOVE_AFFILIATIONS, MOVE_WORKPLACES);
      events.flush();
      outbox.ring();
    }
  }

  private void stage(long rowNumber, byte[] nameIndex, Member member) throws SQLException {
    SealedPerson person = member.person;
    Profile profile = member.profile;
    staged.add(rowNumber).add(member.id);
    staged.add(person.idIndex()).add(person.idNumber()).add(person.name()).add(person.phone());
    staged.add(nameIndex);
    staged.add(profile.sex()).add(profile.ethnicity()).add(profile.education());
    staged.add(profile.birthYear()).add(member.status).add(member.joinedOn);
    staged.add(member.admittedBy).add(member.organizationId).add(member.affiliatedOn);
    staged.add(member.workUnitId);
    staged.endRow();
    tell(member.admitted(), member);
    if (member.workUnitId != null) {
      tell(member.workplace().orElseThrow(), member);
    }
  }

  private void tell(MembershipEvent event, Member member) throws SQLException {
    events.row(outbox.row(event, member.affiliatedOn).values());
  }

  private static void requireOrder(
      Person person, LocalDate joinedOn, LocalDate affiliatedOn, RowErrors errors) {
    if (joinedOn != null && affiliatedOn.isBefore(joinedOn)) {
      errors.add("affiliatedOn", "affiliated-before-joining");
    }
    if (joinedOn != null
        && person.idNumber() != null
        && !joinedOn.isAfter(person.idNumber().birthDate())) {
      errors.add("joinedOn", "joined-before-birth");
    }
  }
}
