package org.jiceng.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** Reads organisations, as they are or as they were on a date. */
@ApplicationScoped
public class OrganizationQueries {
  private static final String NOW =
      """
      select o.id, o.code, o.name, o.type, o.sector, o.mode, o.temporary, o.parent_id, o.area_code,
             o.founded_by, o.state, o.established_on, o.dissolved_on, o.version
        from organization o where true""";
  private static final String THEN =
      """
      select o.id, o.code, v.name, v.type, o.sector, o.mode, o.temporary, v.parent_id, v.area_code,
             o.founded_by, v.state, o.established_on,
             case when v.state = 'DISSOLVED' then o.dissolved_on end, o.version
        from organization o join organization_version v on v.organization_id = o.id
       where v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)""";

  private static final String HISTORY =
      """
      select valid_from, valid_to, recorded_at, name, type, parent_id, area_code, state
        from organization_version where true""";

  private final Tables tables;

  OrganizationQueries(Tables tables) {
    this.tables = tables;
  }

  Optional<OrganizationView> one(UUID id, LocalDate asOf) {
    Condition condition = base(asOf).and("o.id = ?", id);
    return tables.list(condition, "", OrganizationQueries::view).stream().findFirst();
  }

  Page<OrganizationView> page(OrganizationFilter filter, PageRequest page) {
    Condition condition = filter.on(base(filter.asOf));
    page.cursor().ifPresent(c -> condition.and("o.code > ?", c.key(0)));
    List<OrganizationView> rows =
        tables.list(
            condition, " order by o.code limit " + page.fetchSize(), OrganizationQueries::view);
    return page.page(rows, o -> Cursor.of(o.code()));
  }

  List<OrganizationVersion> history(UUID id) {
    List<OrganizationVersion> versions =
        tables.list(
            new Condition(HISTORY).and("organization_id = ?", id),
            " order by valid_from",
            OrganizationVersion::of);
    if (versions.isEmpty()) {
      throw Problem.notFound();
    }
    return versions;
  }

  private static Condition base(LocalDate asOf) {
    return asOf == null ? new Condition(NOW) : new Condition(THEN).with(asOf).with(asOf);
  }

  private static OrganizationView view(ResultSet row) throws SQLException {
    return new OrganizationView(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        OrganizationType.valueOf(row.getString(4)),
        Sector.valueOf(row.getString(5)),
        EstablishmentMode.valueOf(row.getString(6)),
        row.getBoolean(7),
        row.getObject(8, UUID.class),
        row.getString(9),
        row.getObject(10, UUID.class),
        OrganizationState.valueOf(row.getString(11)),
        row.getObject(12, LocalDate.class),
        row.getObject(13, LocalDate.class),
        row.getLong(14));
  }
}
