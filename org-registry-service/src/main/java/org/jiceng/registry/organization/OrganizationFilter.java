package org.jiceng.registry.organization;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.registry.Condition;

/** Which organisations are asked for. */
public class OrganizationFilter {
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
    return base.and("o.code = ?", code)
        .and(current + "type = ?", type)
        .and("o.sector = ?", sector)
        .and(current + "state = ?", state)
        .and(current + "parent_id = ?", parentId)
        .and(current + "name ilike ?", q == null ? null : "%" + literally(q) + "%")
        .and(
            current + "area_code like ? || '%'",
            areaCode == null ? null : AreaCode.parse(areaCode).prefix())
        .and("o.path <@ (select path from organization where id = ?)", subtreeOf);
  }

  /** What a person types is text, not a pattern. */
  private static String literally(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
