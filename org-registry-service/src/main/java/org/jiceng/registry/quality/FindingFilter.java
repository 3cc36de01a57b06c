package org.jiceng.registry.quality;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Territory;

/** Which findings are asked for; organizationId takes those of all below it. */
public class FindingFilter {
  @QueryParam("rule")
  String rule;

  @QueryParam("areaCode")
  AreaCode areaCode;

  @QueryParam("organizationId")
  UUID organizationId;

  @QueryParam("state")
  @Parameter(schema = @Schema(enumeration = {"open", "waived", "closed"}))
  String state;

  Condition on(Condition base) {
    return base.and("f.rule = ?", rule)
        .and(
            Territory.NOW_WITHIN.formatted("f.area_code"),
            areaCode == null ? null : areaCode.value())
        .and("o.path <@ (select path from organization where id = ?)", organizationId)
        .and("f.state = ?", FindingState.asked(state));
  }
}
