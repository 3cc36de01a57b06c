package org.jiceng.registry.organization;

import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

  @QueryParam("id")
  List<UUID> ids;

  @QueryParam("code")
  String code;

  @QueryParam("type")
  OrganizationType type;

  @QueryParam("sector")
  Sector sector;

  @QueryParam("state")
  OrganizationState state;

  @QueryParam("areaCode")
  AreaCode areaCode;

  @QueryParam("directlyIn")
  @Parameter(description = "In this area itself, not in one below it")
  AreaCode directlyIn;

  @QueryParam("parentId")
  UUID parentId;

  @QueryParam("roots")
  @DefaultValue("false")
  @Parameter(description = "true takes those that stand below none")
  boolean roots;

  @QueryParam("subtreeOf")
  UUID subtreeOf;

  @QueryParam("q")
  String q;

  @QueryParam("asOf")
  LocalDate asOf;

  Condition on(Condition base) {
    String current = asOf == null ? "o." : "v.";
    String area = areaCode == null ? null : areaCode.value();
    Condition condition =
        below(base)
            .and("o.id = any(string_to_array(?, ',')::uuid[])", listed())
            .and("o.code = ?", code)
            .and(current + "type = ?", type)
            .and("o.sector = ?", sector)
            .and(current + "state = ?", state)
            .and(current + "area_code = ?", directlyIn == null ? null : directlyIn.value())
            .and(current + "parent_id = ?", parentId)
            .and(current + "parent_id is null and ?", roots ? true : null)
            .and(current + "name ilike ?", q == null ? null : "%" + literally(q) + "%");
    return Territory.within(condition, current + "area_code", area, asOf);
  }

  private String listed() {
    return ids.isEmpty() ? null : ids.stream().map(UUID::toString).collect(joining(","));
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
