package org.jiceng.registry.unit;

import io.quarkus.panache.common.Parameters;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.registry.AreaWithin;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Territory;

/** Which units are asked for. */
public class UnitFilter {
  /** The index knows the pairs of characters; whether they stand together is seen in the name. */
  private static final String NAMED =
      "cast(sql('name_grams(?) @> sought_grams(?)', name, :text) as Boolean) = true"
          + " and lower(name) like lower(:pattern) escape '\\'";

  @QueryParam("creditCode")
  String creditCode;

  @QueryParam("kind")
  UnitKind kind;

  @QueryParam("areaCode")
  AreaCode areaCode;

  @QueryParam("coveredBy")
  UUID coveredBy;

  @QueryParam("q")
  @Size(max = 100)
  String q;

  @QueryParam("uncovered")
  @DefaultValue("false")
  boolean uncovered;

  /** The same as {@link #query}, for plain SQL. */
  Condition on(Condition base) {
    return base.and("u.credit_code = ?", creditCode)
        .and("u.kind = ?", kind)
        .and("u.covered_by = ?", coveredBy)
        .and(
            Territory.NOW_WITHIN.formatted("u.area_code"),
            areaCode == null ? null : areaCode.value())
        .and("(u.covered_by is null) = ?", uncovered ? true : null);
  }

  String query(Parameters parameters) {
    StringBuilder query = new StringBuilder("closedOn is null");
    add(query, parameters, "creditCode = :creditCode", "creditCode", creditCode);
    add(query, parameters, "kind = :kind", "kind", kind);
    add(query, parameters, "coveredBy = :coveredBy", "coveredBy", coveredBy);
    String area = areaCode == null ? null : areaCode.value();
    add(query, parameters, AreaWithin.LIES_IN, "area", area);
    String text = q == null || q.isBlank() ? null : q.strip();
    add(query, parameters, NAMED, "text", text);
    if (text != null) {
      parameters.and("pattern", "%" + literally(text) + "%");
    }
    return uncovered ? query.append(" and coveredBy is null").toString() : query.toString();
  }

  /** What a person types is text, not a pattern. */
  private static String literally(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static void add(
      StringBuilder query, Parameters parameters, String condition, String name, Object value) {
    if (value != null) {
      query.append(" and ").append(condition);
      parameters.and(name, value);
    }
  }
}
