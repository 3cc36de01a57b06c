package org.jiceng.registry.building;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jiceng.kit.export.Export;
import org.jiceng.kit.export.Exports;
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
  private final Exports exports;

  BuildingExport(BuildingImport columns, Exports exports) {
    this.columns = columns;
    this.exports = exports;
  }

  /** The file, in a format that the parameter names or the caller accepts. */
  Response answer(BuildingFilter filter, String format) {
    Condition rows = filter.on(new Condition(SELECT));
    return exports.answer(
        Export.readableBy(columns, rows.sql() + " order by b.code", rows.values()), format);
  }
}
