package org.jiceng.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jiceng.kit.export.Export;
import org.jiceng.kit.export.Exports;
import org.jiceng.registry.Condition;

/**
 * The organisations, as they are or as they were on a date, as a file that {@link
 * OrganizationImport} reads: a parent stands before its children.
 */
@ApplicationScoped
class OrganizationExport {
  private static final String NOW =
      """
      select o.code, o.name, o.type, o.sector, o.mode, o.temporary, parent.code as "parentCode",
             o.area_code as "areaCode", founder.code as "foundedByCode",
             o.established_on as "establishedOn",
             o.id, o.state, o.parent_id as "parentId", o.founded_by as "foundedBy",
             o.dissolved_on as "dissolvedOn", o.version
        from organization o
        left join organization parent on parent.id = o.parent_id
        left join organization founder on founder.id = o.founded_by
       where true""";
  private static final String THEN =
      """
      select o.code, v.name, v.type, o.sector, o.mode, o.temporary, parent.code as "parentCode",
             v.area_code as "areaCode", founder.code as "foundedByCode",
             o.established_on as "establishedOn",
             o.id, v.state, v.parent_id as "parentId", o.founded_by as "foundedBy",
             case when v.state = 'DISSOLVED' then o.dissolved_on end as "dissolvedOn", o.version
        from organization o
        join organization_version v on v.organization_id = o.id
        left join organization parent on parent.id = v.parent_id
        left join organization founder on founder.id = o.founded_by
       where v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)""";

  private final OrganizationImport columns;
  private final Exports exports;

  OrganizationExport(OrganizationImport columns, Exports exports) {
    this.columns = columns;
    this.exports = exports;
  }

  /** The file, in a format that the parameter names or the caller accepts. */
  Response answer(OrganizationFilter filter, String format) {
    Condition rows =
        filter.on(
            filter.asOf == null
                ? new Condition(NOW)
                : new Condition(THEN).with(filter.asOf).with(filter.asOf));
    return exports.answer(
        Export.readableBy(columns, rows.sql() + " order by nlevel(o.path), o.code", rows.values()),
        format);
  }
}
