package org.jiceng.registry.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.PostKind;
import org.jiceng.kit.export.Export;
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

  PostExport(PostImport columns) {
    this.columns = columns;
  }

  Export of(UUID organizationId, PostKind kind, boolean vacant, LocalDate termEndsBy) {
    Condition rows =
        new Condition(SELECT)
            .and("p.organization_id = ?", organizationId)
            .and("p.kind = ?", kind)
            .and("(p.appointment_id is null) = ?", vacant ? true : null)
            .and("p.appointment_id is not null and p.term_ends_on <= ?", termEndsBy);
    return Export.readableBy(columns, rows.sql() + " order by p.id", rows.values());
  }
}
