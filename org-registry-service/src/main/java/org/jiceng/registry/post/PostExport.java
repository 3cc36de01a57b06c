package org.jiceng.registry.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jiceng.kit.export.Export;
import org.jiceng.kit.export.Exports;
import org.jiceng.registry.Condition;

/** The posts there are as a file that {@link PostImport} reads. */
@ApplicationScoped
class PostExport {
  private static final String SELECT =
      """
      select o.code as "organizationCode", p.kind, p.created_on as "createdOn",
             p.filled_on as "filledOn", p.term_ends_on as "termEndsOn",
             p.id, p.organization_id as "organizationId", p.appointment_id as "appointmentId",
             p.holder_id as "holderId", p.version
        from post p join organization o on o.id = p.organization_id
       where p.abolished_on is null""";

  private final PostImport columns;
  private final Exports exports;

  PostExport(PostImport columns, Exports exports) {
    this.columns = columns;
    this.exports = exports;
  }

  /** The file, in a format that the parameter names or the caller accepts. */
  Response answer(PostFilter filter, String format) {
    Condition rows = filter.on(new Condition(SELECT));
    return exports.answer(
        Export.readableBy(columns, rows.sql() + " order by p.id", rows.values()), format);
  }
}
