package org.jiceng.registry.building;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.kit.export.Export;
import org.jiceng.registry.Condition;

/** The open buildings as a file that {@link BuildingImport} reads. */
@ApplicationScoped
class BuildingExport {
  private static final String SELECT =
      """
      select b.code, b.name, b.area_code as "areaCode", b.registered_on as "registeredOn",
             o.code as "coveredByCode", b.covered_on as "coveredOn",
             b.id, b.covered_by as "coveredBy", b.version
        from building b left join organization o on o.id = b.covered_by
       where b.closed_on is null""";

  private final BuildingImport columns;

  BuildingExport(BuildingImport columns) {
    this.columns = columns;
  }

  Export of(BuildingFilter filter) {
    Condition rows = filter.on(new Condition(SELECT));
    return Export.readableBy(columns, rows.sql() + " order by b.code", rows.values());
  }
}
