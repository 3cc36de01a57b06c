package org.jiceng.registry.building;

import io.quarkus.panache.common.Parameters;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.registry.AreaWithin;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Territory;

/** Which buildings are asked for. */
public class BuildingFilter {
  @QueryParam("code")
  String code;

  @QueryParam("areaCode")
  AreaCode areaCode;

  @QueryParam("coveredBy")
  UUID coveredBy;

  @QueryParam("uncovered")
  @DefaultValue("false")
  boolean uncovered;

  /** The same as {@link #query}, for plain SQL. */
  Condition on(Condition base) {
    return base.and("b.code = ?", code)
        .and("b.covered_by = ?", coveredBy)
        .and(
            Territory.NOW_WITHIN.formatted("b.area_code"),
            areaCode == null ? null : areaCode.value())
        .and("(b.covered_by is null) = ?", uncovered ? true : null);
  }

  String query(Parameters parameters) {
    StringBuilder query = new StringBuilder("closedOn is null");
    add(query, parameters, "code = :code", "code", code);
    add(query, parameters, "coveredBy = :coveredBy", "coveredBy", coveredBy);
    String area = areaCode == null ? null : areaCode.value();
    add(query, parameters, AreaWithin.LIES_IN, "area", area);
    return uncovered ? query.append(" and coveredBy is null").toString() : query.toString();
  }

  private static void add(
      StringBuilder query, Parameters parameters, String condition, String name, Object value) {
    if (value != null) {
      query.append(" and ").append(condition);
      parameters.and(name, value);
    }
  }
}
