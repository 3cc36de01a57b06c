package org.jiceng.registry.building;

import io.quarkus.panache.common.Parameters;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.registry.AreaWithin;

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
