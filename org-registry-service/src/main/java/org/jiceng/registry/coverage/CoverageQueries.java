package org.jiceng.registry.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** Reads who covers what, and since when. */
@ApplicationScoped
class CoverageQueries {
  private static final String COVERED =
      """
      select type, id, code, name, area_code, staff_count, covered_on from (
        select 'UNIT' as type, id, credit_code as code, name, area_code, staff_count, covered_on
          from unit where covered_by = ? and closed_on is null
        union all
        select 'BUILDING', id, code, name, area_code, null, covered_on
          from building where covered_by = ? and closed_on is null) c
       where true""";

  // A coverage that another has replaced on its very first day was never true.
  private static final String HISTORY =
      """
      select organization_id, since, until, recorded_at from unit_coverage
       where unit_id = ? and (until is null or until > since)""";

  private final Tables tables;

  CoverageQueries(Tables tables) {
    this.tables = tables;
  }

  Page<Covered> of(UUID organization, PageRequest page) {
    require("select 1 from organization where id = ?", organization);
    Condition condition = new Condition(COVERED).with(organization).with(organization);
    page.cursor().ifPresent(c -> condition.and("(type, code) > (?, ?)", c.key(0), c.key(1)));
    List<Covered> rows =
        tables.list(
            condition, " order by type, code limit " + page.fetchSize(), CoverageQueries::covered);
    return page.page(rows, c -> Cursor.of(c.type(), c.code()));
  }

  List<CoverageStretch> historyOf(UUID unit) {
    require("select 1 from unit where id = ?", unit);
    return tables.list(
        new Condition(HISTORY).with(unit), " order by since", CoverageQueries::stretch);
  }

  private void require(String select, UUID id) {
    if (tables.one(select, row -> true, id).isEmpty()) {
      throw Problem.notFound();
    }
  }

  private static Covered covered(ResultSet row) throws SQLException {
    return new Covered(
        row.getString(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getObject(6, Integer.class),
        row.getObject(7, LocalDate.class));
  }

  private static CoverageStretch stretch(ResultSet row) throws SQLException {
    return new CoverageStretch(
        row.getObject(1, UUID.class),
        row.getObject(2, LocalDate.class),
        row.getObject(3, LocalDate.class),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }
}
