package org.jiceng.registry.post;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.PostKind;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Territory;

/** Which posts are asked for; areaCode and subtreeOf go by the organisations that have them. */
public class PostFilter {
  @QueryParam("organizationId")
  UUID organizationId;

  @QueryParam("kind")
  PostKind kind;

  @QueryParam("areaCode")
  AreaCode areaCode;

  @QueryParam("subtreeOf")
  UUID subtreeOf;

  @QueryParam("vacant")
  @DefaultValue("false")
  boolean vacant;

  @QueryParam("termEndsBy")
  LocalDate termEndsBy;

  Condition on(Condition base) {
    return base.and("p.organization_id = ?", organizationId)
        .and("p.kind = ?", kind)
        .and(
            Territory.NOW_WITHIN.formatted("o.area_code"),
            areaCode == null ? null : areaCode.value())
        .and("o.path <@ (select path from organization where id = ?)", subtreeOf)
        .and("p.appointment_id is null and ?", vacant ? true : null)
        .and("p.appointment_id is not null and p.term_ends_on <= ?", termEndsBy);
  }
}
