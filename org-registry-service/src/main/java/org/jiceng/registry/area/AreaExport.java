package org.jiceng.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.events.AreaLevel;
import org.jiceng.kit.export.Export;
import org.jiceng.registry.Condition;

/** The areas with their latest resident figures, as a file that {@link AreaImport} reads. */
@ApplicationScoped
class AreaExport {
  private static final String SELECT =
      """
      select a.code, a.level, a.name, a.name_en as "nameEn", a.parent_code as "parentCode",
             a.defined_on as "effectiveOn", m.population,
             m.registered_population as "registeredPopulation",
             m.migrant_population as "migrantPopulation", m.households,
             a.closed_on as "closedOn", a.closed_reason as "closedReason", a.version
        from area a
        left join lateral (select * from area_measurement m where m.area_code = a.code
                            order by effective_on desc limit 1) m on true
       where true""";

  private final AreaImport columns;

  AreaExport(AreaImport columns) {
    this.columns = columns;
  }

  Export of(AreaLevel level, String parentCode) {
    Condition rows =
        new Condition(SELECT).and("a.level = ?", level).and("a.parent_code = ?", parentCode);
    return Export.readableBy(columns, rows.sql() + " order by a.code", rows.values());
  }
}
