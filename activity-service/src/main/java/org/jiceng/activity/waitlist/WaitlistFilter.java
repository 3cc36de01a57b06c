package org.jiceng.activity.waitlist;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.jiceng.activity.list.Conditions;

/** Which entries are asked for. */
public class WaitlistFilter {
  @QueryParam("spaceId")
  UUID spaceId;

  @QueryParam("organizationId")
  UUID organizationId;

  @QueryParam("state")
  WaitlistState state;

  Conditions conditions(Instant now) {
    Conditions conditions =
        new Conditions()
            .and("spaceId = :space", "space", spaceId)
            .and("organizationId = :organization", "organization", organizationId);
    return state == null ? conditions : conditions.and(inState()).with("now", now);
  }

  private String inState() {
    return switch (state) {
      case WAITING -> "state = WAITING and startsAt > :now";
      case LAPSED -> "(state = LAPSED or state = WAITING and startsAt <= :now)";
      default -> "state = %s and addedAt <= :now".formatted(state);
    };
  }
}
