package org.jiceng.member.mobile;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.MemberEvent.AbsenceMatched;
import org.jiceng.events.MemberEvent.MobileEvent;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database.Reading;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.ImportKind;
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
import org.jiceng.member.membership.Discretion;
import org.jiceng.member.person.Person;
import org.jiceng.member.person.Persons;
import org.jiceng.member.person.SealedPerson;

/** Takes in who is hosted, by file. */
@ApplicationScoped
public class MobileImport implements ImportKind {
  private static final String CREATE =
      """
      create temp table mobile_staged (
        row_no bigint, registration_id uuid, id_index bytea, id_number bytea, name bytea,
        phone bytea, home_description bytea, host_id uuid, hosted_on date)
      on commit drop""";

  // Home and host take turns: whoever is reported away meanwhile waits, or is seen.
  private static final String HOLD =
      """
      with held as (
        select m.member_id from mobile_staged s
          join member m on m.id_index = s.id_index and m.ended_on is null
         order by m.member_id
           for no key update of m)
      select count(*) from held""";

  // The same rules as for a single registration.
  private static final String DUPLICATES =
      """
      with mine as (select cast(? as ltree) as path),
      known as not materialized (
        select r.*, mine.path is not null and (o.path is null or not o.path <@ mine.path) as beyond
          from mobile_registration r cross join mine
          left join organization_node o on o.organization_id = r.host_id)
      select row_no, 'idNumber', 'twice-in-file', null::uuid from (
        select row_no, row_number() over (partition by id_index order by row_no) as nth
          from mobile_staged) s
       where nth > 1
      union all
      select row_no, 'idNumber', 'already-there', case when r.beyond then r.registration_id end
        from mobile_staged s join known r using (id_index) where r.ended_on is null
      union all
      select distinct row_no, 'hostedOn', 'before-earlier-hosting',
             case when r.beyond then r.registration_id end
        from mobile_staged s join known r using (id_index)
       where r.ended_on > s.hosted_on
      union all
      select distinct row_no, 'hostedOn', 'before-earlier-hosting', null::uuid
        from mobile_staged s
        join member m on m.id_index = s.id_index and m.ended_on is null
        join affiliation f on f.member_id = m.member_id and f.organization_id = s.host_id
       where f.valid_to > s.hosted_on
      union all
      select row_no, 'hostCode', 'hosted-at-home', null::uuid
        from mobile_staged s join member m using (id_index)
       where m.ended_on is null and m.organization_id = s.host_id
       order by 1""";

  private static final String MOVE =
      """
      insert into mobile_registration (registration_id, id_index, id_number, name, phone,
                                       home_description, host_id, member_id, home_id, hosted_on,
                                       version)
      select registration_id, s.id_index, s.id_number, s.name, s.phone, home_description, host_id,
             m.member_id, m.organization_id, hosted_on, 0
        from mobile_staged s
        left join member m on m.id_index = s.id_index and m.ended_on is null
       order by row_no""";

  private static final String MATCH =
      """
      with matched as (
        update absence a
           set registration_id = r.registration_id, host_id = r.host_id, version = a.version + 1
          from mobile_staged s join mobile_registration r using (registration_id)
         where a.member_id = r.member_id and a.state = 'CONFIRMED' and a.registration_id is null
           and a.home_id <> r.host_id
        returning r.registration_id, greatest(a.away_since, r.hosted_on) as matched_on)
      update mobile_registration r
         set matched_on = matched.matched_on, version = r.version + 1
        from matched
       where r.registration_id = matched.registration_id""";

  private static final String TOLD_MATCHED =
      """
      select a.absence_id, a.registration_id, a.member_id, a.home_id, r.matched_on, a.host_id
        from mobile_staged s
        join mobile_registration r using (registration_id)
        join absence a using (registration_id)
       where r.matched_on is not null
       order by s.row_no""";

  private static final String TOLD =
      """
      select registration_id, r.host_id, r.home_id, r.member_id, r.hosted_on
        from mobile_staged s join mobile_registration r using (registration_id)
       order by s.row_no""";

  private final Persons persons;
  private final BlindIndex index;
  private final Outbox outbox;
  private final Audit audit;

  MobileImport(Persons persons, BlindIndex index, Outbox outbox, Audit audit) {
    this.persons = persons;
    this.index = index;
    this.outbox = outbox;
    this.audit = audit;
  }

  @Override
  public String name() {
    return "mobile-registrations";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("idNumber", 40).also("身份证号", "公民身份号码"),
        Column.required("name", 60).also("姓名"),
        Column.optional("phone", 20).also("电话", "联系电话"),
        Column.required("hostCode", 32).also("流入地组织"),
        Column.optional("homeDescription", 200).also("流出地"),
        Column.required("hostedOn").also("流入日期"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new Session(connection, context);
  }

  private final class Session implements ImportSession {
    private final Connection connection;
    private final ImportContext context;
    private final Staging staging;
    private final StagedReferences references;
    private final OrganizationsByCode organizations;
    private final CopyStream staged;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.connection = connection;
      this.context = context;
      staging = new Staging(connection, CREATE);
      references = new StagedReferences(connection, index);
      organizations = OrganizationsByCode.load(connection, context);
      staged =
          CopyStream.into(
              connection,
              "mobile_staged",
              "row_no",
              "registration_id",
              "id_index",
              "id_number",
              "name",
              "phone",
              "home_description",
              "host_id",
              "hosted_on");
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      Person person = Staging.person(row, context.today(), errors);
      Organization host = Staging.active(organizations, row, "hostCode", errors);
      String home = row.text("homeDescription");
      LocalDate on = Staging.pastOrToday(row, "hostedOn", context, errors);
      if (errors.any()) {
        return;
      }
      SealedPerson sealed = persons.seal(person, references);
      staged.add(row.number()).add(UuidCreator.getTimeOrderedEpoch()).add(sealed.idIndex());
      staged.add(sealed.idNumber()).add(sealed.name()).add(sealed.phone());
      staged.add(persons.seal(home)).add(host.id()).add(on);
      staged.endRow();
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      staged.flush();
      references.resolve("mobile_staged", "id_index");
      staging.run("analyze mobile_staged");
      staging.run(HOLD);
      Set<UUID> beyond = staging.report(DUPLICATES, context, errors);
      audit.askedBy(context.subject(), context.roles(), Discretion.ACTION, Hostings.RECORD, beyond);
      if (!errors.any()) {
        staging.run(MOVE);
        staging.run(MATCH);
        tell(TOLD, MobileImport::hosted);
        tell(TOLD_MATCHED, MobileImport::matched);
        outbox.ring();
      }
    }

    private void tell(String told, Reading<MobileEvent> event) throws SQLException {
      try (CopyStream events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
          PreparedStatement select = connection.prepareStatement(told)) {
        select.setFetchSize(5_000); // constant memory, however long the file
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            LocalDate on = rows.getObject(5, LocalDate.class);
            events.row(outbox.row(event.of(rows), on).values());
          }
        }
      }
    }
  }

  private static MobileMemberHosted hosted(ResultSet rows) throws SQLException {
    return new MobileMemberHosted(
        rows.getObject(1, UUID.class),
        rows.getObject(2, UUID.class),
        rows.getObject(3, UUID.class),
        rows.getObject(4, UUID.class));
  }

  private static AbsenceMatched matched(ResultSet rows) throws SQLException {
    return new AbsenceMatched(
        rows.getObject(1, UUID.class),
        rows.getObject(2, UUID.class),
        rows.getObject(3, UUID.class),
        rows.getObject(4, UUID.class),
        rows.getObject(6, UUID.class));
  }
}
