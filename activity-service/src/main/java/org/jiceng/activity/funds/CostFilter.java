package org.jiceng.activity.funds;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.events.FundSource;

/** Which costs are asked for. */
public class CostFilter {
  @QueryParam("activityId")
  UUID activityId;

  @QueryParam("siteId")
  UUID siteId;

  @QueryParam("organizationId")
  UUID organizationId;

  @QueryParam("fundSource")
  FundSource fundSource;

  @QueryParam("areaCode")
  @Parameter(description = "The area itself and all that lies in it", example = "110105001000")
  String areaCode;

  @QueryParam("from")
  @Parameter(description = "Spent on that day or later", example = "2010-01-01")
  LocalDate from;

  @QueryParam("until")
  @Parameter(description = "Spent on that day or before", example = "2010-12-31")
  LocalDate until;
}
