package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.export.Export;
import org.jiceng.kit.imports.ImportKind;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.person.Persons.Opening;

/** Who was affiliated where on a day, within the caller's scope; by id, which is by entry. */
@ApplicationScoped
class Roster {
  private static final String FROM =
      """
        from affiliation a
        join member m using (member_id)
        join organization_node o on o.organization_id = a.organization_id
        left join organization_node here on here.organization_id = m.organization_id
        left join suspension s on s.member_id = m.member_id
              and s.suspended_on <= ? and (s.resumed_on is null or s.resumed_on > ?)
        left join workplace w on w.member_id = m.member_id
              and w.valid_from <= ? and (w.valid_to is null or w.valid_to > ?)
       where a.valid_from <= ? and (a.valid_to is null or a.valid_to > ?)""";

  private static final String SELECT =
      """
      select m.*, a.organization_id as roster_organization_id, a.valid_from as roster_from,
             m.status = 'FULL' and (m.confirmed_on is null or m.confirmed_on <= ?) as roster_full,
             s.suspended_on as roster_suspended_on, w.unit_id as roster_unit_id,
             (? = '' or here.path <@ ?::ltree) as roster_own
      """
          + FROM;

  // A former office keeps the row, not the person: what it knew then may have changed since.
  private static final String FILE =
      """
      select case when own then id_number end as "idNumber", case when own then name end as name,
             ethnicity, case when own then education end as education,
             case when own then phone end as phone, code as "organizationCode", status_then as status,
             joined_on as "joinedOn", valid_from as "affiliatedOn", admitted as "admittedByCode",
             unit_id as "workUnitId", erased_on is not null as erased
        from (%s) lines order by member_id""";

  private static final String FILE_PERSONS = "select member_id::text from (%s) lines where own";

  private static final String FILE_LINES =
      """
      select m.*, o.code, a.valid_from, w.unit_id,
             case when m.status = 'FULL' and (m.confirmed_on is null or m.confirmed_on <= ?)
                  then 'FULL' else 'PROBATIONARY' end as status_then,
             (? = '' or here.path <@ ?::ltree) as own,
             (select f.code from organization_node f where f.organization_id = m.admitted_by)
               as admitted
      """
          + FROM;

  private static final String WHOLE_DISTRICT = "";

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

  /** Somebody as the roster of a day has them. */
  record Line(Member member, boolean own) {}

  Page<Line> page(MemberFilter filter, PageRequest page) {
    LocalDate asOf = asOf(filter);
    Conditions query =
        wanted(SELECT, filter)
            .and("m.member_id > ?", page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
    List<Line> lines =
        query.list(database, "m.member_id", page.fetchSize(), row -> onThatDay(row, asOf));
    return page.page(lines, line -> Cursor.of(line.member.id));
  }

  /** The same as a file that the import of rosters reads again. */
  Export export(MemberFilter filter, ImportKind readableBy, Opening opening) {
    Conditions query = wanted(FILE_LINES, filter);
    String lines = query.sql();
    return Export.readableBy(readableBy, FILE.formatted(lines), query.arguments())
        .of(new Export.Persons("member", FILE_PERSONS.formatted(lines)))
        .reading(
            Map.of("idNumber", opening::idNumber, "name", opening::name, "phone", opening::phone));
  }

  private LocalDate asOf(MemberFilter filter) {
    return filter.asOf == null ? clock.today() : filter.asOf;
  }

  private Conditions wanted(String select, MemberFilter filter) {
    LocalDate asOf = asOf(filter);
    Optional<String> scope = scopes.pathPrefix();
    String top = scope.orElse(WHOLE_DISTRICT);
    return new Conditions(select, asOf, top, top, asOf, asOf, asOf, asOf, asOf, asOf)
        .and("o.path <@ ?::ltree", scope.orElse(null))
        .and(filter.includeSubtree ? WITHIN : "a.organization_id = ?", filter.organizationId)
        .and("m.sex = ?", filter.sex)
        .and("m.ethnicity = ?", filter.ethnicity)
        .and("m.education = ? and (? = '' or here.path <@ ?::ltree)", filter.education, top, top)
        .and("(s.suspended_on is not null) = ?", filter.suspended)
        .and(FULL, filter.status == MembershipStatus.FULL ? asOf : null)
        .and("not " + FULL, filter.status == MembershipStatus.PROBATIONARY ? asOf : null);
  }

  /** What came later is not yet so: neither the confirmation nor the end. */
  private static Line onThatDay(ResultSet row, LocalDate asOf) throws SQLException {
    Member member = Members.member(row);
    member.organizationId = row.getObject("roster_organization_id", UUID.class);
    member.affiliatedOn = row.getObject("roster_from", LocalDate.class);
    member.workUnitId = row.getObject("roster_unit_id", UUID.class);
    member.status =
        row.getBoolean("roster_full") ? MembershipStatus.FULL : MembershipStatus.PROBATIONARY;
    member.confirmedOn = notAfter(asOf, member.confirmedOn, member.confirmedOn);
    member.probationUntil = notAfter(asOf, member.extendedOn, member.probationUntil);
    member.suspendedOn = row.getObject("roster_suspended_on", LocalDate.class);
    member.endedOn = null;
    member.endReason = null;
    return new Line(member, row.getBoolean("roster_own"));
  }

  private static LocalDate notAfter(LocalDate asOf, LocalDate known, LocalDate value) {
    return known == null || known.isAfter(asOf) ? null : value;
  }
}
