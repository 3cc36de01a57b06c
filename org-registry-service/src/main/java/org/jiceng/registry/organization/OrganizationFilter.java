package org.jiceng.registry.organization;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Territory;

/** Which organisations are asked for. */
public class OrganizationFilter {
  private static final String BELOW_NOW = "o.path <@ (select path from organization where id = ?)";

  /** Down the line as it stood on the date; a path knows only the line of today. */
  private static final String BELOW_THEN =
      """
      o.id in (
        with recursive below (id) as (
          select ?::uuid
          union
          select child.organization_id
            from below join organization_version child on child.parent_id = below.id
           where child.valid_from <= ? and (child.valid_to is null or child.valid_to > ?))
        select id from below)""";

  @QueryParam("code")
  String code;

  @QueryParam("type")
  OrganizationType type;

  @QueryParam("sector")
  Sector sector;

  @QueryParam("state")
  OrganizationState state;

  @QueryParam("areaCode")
  String areaCode;

  @QueryParam("parentId")
  UUID parentId;

  @QueryParam("subtreeOf")
  UUID subtreeOf;

  @QueryParam("q")
  String q;

  @QueryParam("asOf")
  LocalDate asOf;

  Condition on(Condition base) {
    String current = asOf == null ? "o." : "v.";
    String area = areaCode == null ? null : AreaCode.parse(areaCode).value();
    Condition condition =
        below(base)
            .and("o.code = ?", code)
            .and(current + "type = ?", type)
            .and("o.sector = ?", sector)
            .and(current + "state = ?", state)
            .and(current + "parent_id = ?", parentId)
            .and(current + "name ilike ?", q == null ? null : "%" + literally(q) + "%");
    return Territory.within(condition, current + "area_code", area, asOf);
  }

  private Condition below(Condition base) {
    return asOf == null
        ? base.and(BELOW_NOW, subtreeOf)
        : base.and(BELOW_THEN, subtreeOf, asOf, asOf);
  }

  /** What a person types is text, not a pattern. */
  private static String literally(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
