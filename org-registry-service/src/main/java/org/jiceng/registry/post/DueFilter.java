package org.jiceng.registry.post;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Period;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.problem.Problem;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Territory;

/** Which elections are asked for: those due in a time, in an area or below an organisation. */
public class DueFilter {
  private static final int MAX_YEARS = 10;

  @QueryParam("within")
  @DefaultValue("P90D")
  @Parameter(
      description = "A period (ISO 8601) of at most ten years",
      schema = @Schema(examples = "P90D"))
  String within;

  @QueryParam("areaCode")
  AreaCode areaCode;

  @QueryParam("organizationId")
  UUID organizationId;

  Period within() {
    try {
      Period period = Period.parse(within);
      if (!period.isNegative()
          && period.toTotalMonths() + period.getDays() / 31 <= MAX_YEARS * 12) {
        return period;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // told the same way as a period out of range
    }
    throw Problem.malformed("within", "period", MAX_YEARS);
  }

  Condition on(Condition base) {
    return base.and(
            Territory.NOW_WITHIN.formatted("o.area_code"),
            areaCode == null ? null : areaCode.value())
        .and("o.path <@ (select path from organization where id = ?)", organizationId);
  }
}
