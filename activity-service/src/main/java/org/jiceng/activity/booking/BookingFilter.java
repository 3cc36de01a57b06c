package org.jiceng.activity.booking;

import jakarta.ws.rs.QueryParam;
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

  @QueryParam("state")
  BookingState state;

  @QueryParam("from")
  @Parameter(description = "Those that end after this moment", example = "2027-01-08T00:00:00Z")
  OffsetDateTime from;

  @QueryParam("until")
  @Parameter(description = "Those that begin before this moment", example = "2027-01-09T00:00:00Z")
  OffsetDateTime until;

  Conditions conditions() {
    return new Conditions()
        .and("spaceId = :space", "space", spaceId)
        .and("siteId = :site", "site", siteId)
        .and("organizationId = :organization", "organization", organizationId)
        .and("state = :state", "state", state)
        .and("endsAt > :from", "from", instant(from))
        .and("startsAt < :until", "until", instant(until));
  }

  private static Instant instant(OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
