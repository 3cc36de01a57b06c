package org.jiceng.activity.honour;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.activity.area.AreaWithin;
import org.jiceng.activity.list.Areas;
import org.jiceng.activity.list.Conditions;

/** Which honours are asked for. */
public class HonourFilter {
  @QueryParam("code")
  String code;

  @QueryParam("areaCode")
  @Parameter(description = "The area itself and all that lies in it", example = "110105001000")
  String areaCode;

  @QueryParam("organizationId")
  UUID organizationId;

  @QueryParam("withdrawn")
  @Parameter(description = "Only those that are withdrawn, or only those that are not")
  Boolean withdrawn;

  @QueryParam("dueBy")
  @Parameter(
      description = "Not withdrawn, and valid until that day or less: to be looked at again",
      example = "2012-12-31")
  LocalDate dueBy;

  Conditions conditions() {
    Conditions conditions =
        new Conditions()
            .and("code = :code", "code", code)
            .and(AreaWithin.LIES_IN, "area", Areas.asked(areaCode))
            .and("organizationId = :organization", "organization", organizationId)
            .and("withdrawnOn is null and validUntil <= :due", "due", dueBy);
    return withdrawn == null
        ? conditions
        : conditions.and(withdrawn ? "withdrawnOn is not null" : "withdrawnOn is null");
  }
}
