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
import org.jiceng.registry.Territory;

/** Reads organisations, as they are or as they were on a date. */
@ApplicationScoped
public class OrganizationQueries {
  /** What {@link #view} reads, of today. */
  static final String COLUMNS_NOW =
      """
      o.id, o.code, o.name, o.type, o.sector, o.mode, o.temporary, o.parent_id, o.area_code,
      o.founded_by, o.state, o.established_on, o.dissolved_on, o.version""";

  /** What {@link #view} reads, of a version. */
  static final String COLUMNS_THEN =
      """
      o.id, o.code, v.name, v.type, o.sector, o.mode, o.temporary, v.parent_id, v.area_code,
      o.founded_by, v.state, o.established_on,
      case when v.state = 'DISSOLVED' then o.dissolved_on end, o.version""";

  private static final String NOW = "select " + COLUMNS_NOW + " from organization o where true";
  private static final String THEN =
      """
      select %s
        from organization o join organization_version v on v.organization_id = o.id
       where v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)"""
          .formatted(COLUMNS_THEN);

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

  /** The organisations in an area, and in those within it unless only the area itself is meant. */
  Page<OrganizationView> inArea(String code, LocalDate asOf, boolean within, PageRequest page) {
    requireArea(code);
    String current = asOf == null ? "o." : "v.";
    Condition condition = base(asOf).and(current + "state <> ?", OrganizationState.DISSOLVED);
    if (within) {
      Territory.within(condition, current + "area_code", code, asOf);
    } else {
      condition.and(current + "area_code = ?", code);
    }
    page.cursor().ifPresent(c -> condition.and("o.code > ?", c.key(0)));
    return page.page(
        tables.list(
            condition, " order by o.code limit " + page.fetchSize(), OrganizationQueries::view),
        o -> Cursor.of(o.code()));
  }

  private void requireArea(String code) {
    if (tables.one("select 1 from area where code = ?", row -> true, code).isEmpty()) {
      throw Problem.notFound();
    }
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

  static Condition base(LocalDate asOf) {
    return asOf == null ? new Condition(NOW) : new Condition(THEN).with(asOf).with(asOf);
  }

  static OrganizationView view(ResultSet row) throws SQLException {
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
        row.getLong(14),
        null);
  }
}
