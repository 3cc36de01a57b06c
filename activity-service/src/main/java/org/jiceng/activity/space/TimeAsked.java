package org.jiceng.activity.space;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.kit.problem.Problem;

/** From when to when something is looked for. */
public class TimeAsked {
  @QueryParam("from")
  @Parameter(description = "Now if none is named", example = "2027-01-08T01:00:00Z")
  OffsetDateTime from;

  @QueryParam("until")
  @Parameter(
      description = "The end, not included; some time after the beginning if none is named",
      example = "2027-01-08T03:00:00Z")
  OffsetDateTime until;

  /** The beginning; refuses (400) the past, and what is further ahead than that. */
  Instant from(Instant now, Duration furthestAhead) {
    if (from == null) {
      return now;
    }
    if (from.toInstant().isBefore(now)) {
      throw Problem.malformed("from", "in-the-past");
    }
    if (from.toInstant().isAfter(now.plus(furthestAhead))) {
      throw Problem.malformed("from", "too-far-ahead", furthestAhead.toDays());
    }
    return from.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The end; refuses (400) what is not after the beginning, or further from it than that. */
  Instant until(Instant begins, Duration usual, Duration longest) {
    if (until == null) {
      return begins.plus(usual);
    }
    Instant end = until.toInstant().truncatedTo(ChronoUnit.MICROS);
    if (!end.isAfter(begins)) {
      throw Problem.malformed("until", "end-after-start");
    }
    if (end.isAfter(begins.plus(longest))) {
      throw Problem.malformed("until", "too-many-days", longest.toDays());
    }
    return end;
  }
}
