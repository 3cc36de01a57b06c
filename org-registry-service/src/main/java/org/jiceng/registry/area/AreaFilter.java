package org.jiceng.registry.area;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.events.AreaLevel;
import org.jiceng.registry.Condition;

/** Which areas are asked for. */
public class AreaFilter {
  @QueryParam("level")
  AreaLevel level;

  @QueryParam("parentCode")
  String parentCode;

  @QueryParam("standardCode")
  @Parameter(description = "What the standard list calls it")
  String standardCode;

  @QueryParam("asOf")
  @Parameter(description = "As they were on that date; today if left out")
  LocalDate asOf;

  Condition on(Condition base) {
    String current = asOf == null ? "a." : "v.";
    return base.and(current + "level = ?", level)
        .and(current + "parent_code = ?", parentCode)
        .and(current + "standard_code = ?", standardCode);
  }
}
