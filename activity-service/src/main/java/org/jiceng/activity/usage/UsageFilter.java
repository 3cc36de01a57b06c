package org.jiceng.activity.usage;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Of which days and where the use of sites is asked for. */
public class UsageFilter {
  @QueryParam("from")
  @Parameter(
      description = "The first day; without, the first of the month of the last",
      example = "2027-01-01")
  LocalDate from;

  @QueryParam("until")
  @Parameter(
      description = "The last day, at most 366 days in all; without, today",
      example = "2027-01-31")
  LocalDate until;

  @QueryParam("areaCode")
  @Parameter(description = "The area itself and all that lies in it", example = "110105001000")
  String areaCode;
}
