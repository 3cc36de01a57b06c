package org.jiceng.activity.booking;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.activity.list.Conditions;

/** Which bookings are asked for. */
public class BookingFilter {
  @QueryParam("spaceId")
  UUID spaceId;

  @QueryParam("siteId")
  UUID siteId;

  @QueryParam("organizationId")
  UUID organizationId;

  @QueryParam("seriesId")
  UUID seriesId;

  @QueryParam("managedBy")
  @Parameter(description = "Those of the sites that this organisation manages")
  UUID managedBy;

  @QueryParam("state")
  BookingState state;

  @QueryParam("from")
  @Parameter(description = "Those that end after this moment", example = "2027-01-08T00:00:00Z")
  OffsetDateTime from;

  @QueryParam("until")
  @Parameter(description = "Those that begin before this moment", example = "2027-01-09T00:00:00Z")
  OffsetDateTime until;

  /**
   * As {@code now} has it; no booking is longer than the longest, so that no index is walked whole.
   */
  Conditions conditions(Instant now, Duration longest) {
    Conditions conditions =
        new Conditions()
            .and("spaceId = :space", "space", spaceId)
            .and("siteId = :site", "site", siteId)
            .and("organizationId = :organization", "organization", organizationId)
            .and("seriesId = :series", "series", seriesId)
            .and(
                "siteId in (select s.id from Site s where s.organizationId = :managing)",
                "managing",
                managedBy)
            .and("endsAt > :from", "from", instant(from))
            .and(
                "startsAt > :earliest",
                "earliest",
                from == null ? null : instant(from).minus(longest))
            .and("startsAt < :until", "until", instant(until));
    return state == null ? conditions : conditions.and(inState()).with("now", now);
  }

  /** As the clock has it, whether the sweep has seen it or not; each names the present moment. */
  private String inState() {
    return switch (state) {
      case HELD -> "state = HELD and heldUntil > :now";
      case REQUESTED -> "state = REQUESTED and startsAt > :now";
      case CONFIRMED -> "state = CONFIRMED and (releaseAt is null or releaseAt > :now)";
      case NO_SHOW -> "(state = NO_SHOW or state = CONFIRMED and releaseAt <= :now)";
      case LAPSED ->
          "(state = LAPSED or state = HELD and heldUntil <= :now"
              + " or state = REQUESTED and startsAt <= :now)";
      default -> "state = %s and bookedAt <= :now".formatted(state);
    };
  }

  private static Instant instant(OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
