package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.export.Export;
import org.jiceng.kit.imports.ImportKind;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.database.Conditions;
import org.jiceng.member.database.Database;
import org.jiceng.member.person.Persons.Opening;

/** Who was affiliated where on a day, within the caller's scope; by id, which is by entry. */
@ApplicationScoped
class Roster {
  private static final String FROM =
      """
        from affiliation a
        join member m using (member_id)
        join organization_node o on o.organization_id = a.organization_id
        left join workplace w on w.member_id = m.member_id
                             and w.valid_from <= ? and (w.valid_to is null or w.valid_to > ?)
       where a.valid_from <= ? and (a.valid_to is null or a.valid_to > ?)""";

  private static final String SELECT =
      """
      select m.*, a.organization_id as roster_organization_id, a.valid_from as roster_from,
             m.status = 'FULL' and (m.confirmed_on is null or m.confirmed_on <= ?) as roster_full,
             w.unit_id as roster_unit_id
      """
          + FROM;

  private static final String FILE =
      """
      select m.id_number as "idNumber", m.name, m.ethnicity, m.education, m.phone,
             o.code as "organizationCode",
             case when m.status = 'FULL' and (m.confirmed_on is null or m.confirmed_on <= ?)
                  then 'FULL' else 'PROBATIONARY' end as status,
             m.joined_on as "joinedOn", a.valid_from as "affiliatedOn",
             (select code from organization_node f where f.organization_id = m.admitted_by)
               as "admittedByCode", w.unit_id as "workUnitId"
      """
          + FROM;

  private static final String WITHIN =
      "o.path <@ (select path from organization_node where organization_id = ?)";

  private static final String FULL =
      "(m.status = 'FULL' and (m.confirmed_on is null or m.confirmed_on <= ?))";

  private final Database database;
  private final Scopes scopes;
  private final BusinessClock clock;

  Roster(Database database, Scopes scopes, BusinessClock clock) {
    this.database = database;
    this.scopes = scopes;
    this.clock = clock;
  }

  Page<Member> page(MemberFilter filter, PageRequest page) {
    LocalDate asOf = asOf(filter);
    Conditions query =
        wanted(new Conditions(SELECT, asOf, asOf, asOf, asOf, asOf), filter)
            .and("m.member_id > ?", page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
    List<Member> members = query.list(database, "m.member_id", page.fetchSize(), Roster::onThatDay);
    return page.page(members, member -> Cursor.of(member.id));
  }

  /** The same as a file that the import of rosters reads again. */
  Export export(MemberFilter filter, ImportKind readableBy, Opening opening) {
    LocalDate asOf = asOf(filter);
    Conditions query = wanted(new Conditions(FILE, asOf, asOf, asOf, asOf, asOf), filter);
    return Export.readableBy(readableBy, query.sql() + " order by m.member_id", query.arguments())
        .reading(
            Map.of("idNumber", opening::idNumber, "name", opening::name, "phone", opening::phone));
  }

  private LocalDate asOf(MemberFilter filter) {
    return filter.asOf == null ? clock.today() : filter.asOf;
  }

  private Conditions wanted(Conditions query, MemberFilter filter) {
    LocalDate asOf = asOf(filter);
    return query
        .and("o.path <@ ?::ltree", scopes.pathPrefix().orElse(null))
        .and(filter.includeSubtree ? WITHIN : "a.organization_id = ?", filter.organizationId)
        .and("m.sex = ?", filter.sex)
        .and("m.ethnicity = ?", filter.ethnicity)
        .and("m.education = ?", filter.education)
        .and(FULL, filter.status == MembershipStatus.FULL ? asOf : null)
        .and("not " + FULL, filter.status == MembershipStatus.PROBATIONARY ? asOf : null);
  }

  private static Member onThatDay(ResultSet row) throws SQLException {
    Member member = Members.member(row);
    member.organizationId = row.getObject("roster_organization_id", UUID.class);
    member.affiliatedOn = row.getObject("roster_from", LocalDate.class);
    member.workUnitId = row.getObject("roster_unit_id", UUID.class);
    member.status =
        row.getBoolean("roster_full") ? MembershipStatus.FULL : MembershipStatus.PROBATIONARY;
    return member;
  }
}
