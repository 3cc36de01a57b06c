package org.jiceng.registry.staffing;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Territory;

/** Whose staffing is asked for: below an organisation in the line, in an area, or everybody's. */
public class StaffingFilter {
  @QueryParam("organizationId")
  UUID organizationId;

  @QueryParam("areaCode")
  AreaCode areaCode;

  Condition on(Condition base) {
    return base.and("o.path <@ (select path from organization where id = ?)", organizationId)
        .and(
            Territory.NOW_WITHIN.formatted("o.area_code"),
            areaCode == null ? null : areaCode.value());
  }
}
