package org.jiceng.registry.unit;

import io.quarkus.panache.common.Parameters;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.registry.AreaWithin;

/** Which units are asked for. */
public class UnitFilter {
  @QueryParam("creditCode")
  String creditCode;

  @QueryParam("kind")
  UnitKind kind;

  @QueryParam("areaCode")
  AreaCode areaCode;

  @QueryParam("coveredBy")
  UUID coveredBy;

  @QueryParam("uncovered")
  @DefaultValue("false")
  boolean uncovered;

  String query(Parameters parameters) {
    StringBuilder query = new StringBuilder("closedOn is null");
    add(query, parameters, "creditCode = :creditCode", "creditCode", creditCode);
    add(query, parameters, "kind = :kind", "kind", kind);
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
