package org.jiceng.activity.opening;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.kit.problem.Problem;

/** Which days are asked for: a week from today unless said otherwise. */
public class DaysAsked {
  private static final int A_WEEK = 7;

  @QueryParam("from")
  @Parameter(description = "The first day, today if none is named", example = "2027-01-04")
  LocalDate from;

  @QueryParam("until")
  @Parameter(
      description = "The day after the last, at most 62 days on; a week on if none is named",
      example = "2027-01-11")
  LocalDate until;

  LocalDate from(LocalDate today) {
    return from == null ? today : from;
  }

  LocalDate until(LocalDate today, int mostDays) {
    LocalDate first = from(today);
    if (until == null) {
      return first.plusDays(A_WEEK);
    }
    if (!until.isAfter(first)) {
      throw Problem.malformed("until", "end-after-start");
    }
    if (until.isAfter(first.plusDays(mostDays))) {
      throw Problem.malformed("until", "too-many-days", mostDays);
    }
    return until;
  }
}
