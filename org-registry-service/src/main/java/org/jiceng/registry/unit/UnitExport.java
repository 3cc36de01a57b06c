package org.jiceng.registry.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jiceng.kit.export.Export;
import org.jiceng.kit.export.Exports;
import org.jiceng.registry.Condition;

/** The open units as a file that {@link UnitImport} reads. */
@ApplicationScoped
class UnitExport {
  private static final String SELECT =
      """
      select u.credit_code as "creditCode", u.name, u.kind, u.area_code as "areaCode",
             u.staff_count as "staffCount", u.registered_on as "registeredOn",
             o.code as "coveredByCode", u.covered_on as "coveredOn",
             u.id, u.covered_by as "coveredBy", u.version
        from unit u left join organization o on o.id = u.covered_by
       where u.closed_on is null""";

  private final UnitImport columns;
  private final Exports exports;

  UnitExport(UnitImport columns, Exports exports) {
    this.columns = columns;
    this.exports = exports;
  }

  /** The file, in a format that the parameter names or the caller accepts. */
  Response answer(UnitFilter filter, String format) {
    Condition rows = filter.on(new Condition(SELECT));
    return exports.answer(
        Export.readableBy(columns, rows.sql() + " order by u.credit_code", rows.values()), format);
  }
}
