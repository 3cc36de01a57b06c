package org.jiceng.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.jiceng.kit.export.Export;
import org.jiceng.kit.export.Exports;
import org.jiceng.registry.Condition;

/**
 * The areas with their latest resident figures, as they are or as they were on a date, as a file
 * that {@link AreaImport} reads.
 */
@ApplicationScoped
class AreaExport {
  private static final String NOW =
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
  private static final String THEN =
      """
      select a.code, v.level, v.name, v.name_en as "nameEn", v.parent_code as "parentCode",
             a.defined_on as "effectiveOn", m.population,
             m.registered_population as "registeredPopulation",
             m.migrant_population as "migrantPopulation", m.households,
             case when v.closed then a.closed_on end as "closedOn",
             case when v.closed then a.closed_reason end as "closedReason", a.version
        from area a
        join area_version v
          on v.area_code = a.code and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)
        left join lateral (select * from area_measurement m
                            where m.area_code = a.code and m.effective_on <= ?
                            order by effective_on desc limit 1) m on true
       where true""";

  private final AreaImport columns;
  private final Exports exports;

  AreaExport(AreaImport columns, Exports exports) {
    this.columns = columns;
    this.exports = exports;
  }

  /** The file, in a format that the parameter names or the caller accepts. */
  Response answer(AreaFilter filter, String format) {
    LocalDate asOf = filter.asOf;
    Condition rows =
        filter.on(
            asOf == null
                ? new Condition(NOW)
                : new Condition(THEN).with(asOf).with(asOf).with(asOf));
    return exports.answer(
        Export.readableBy(columns, rows.sql() + " order by a.code", rows.values()), format);
  }
}
