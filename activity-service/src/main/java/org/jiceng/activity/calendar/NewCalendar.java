package org.jiceng.activity.calendar;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;

/** The wish for a feed: of a site, or of an organisation's bookings anywhere; one of both. */
public record NewCalendar(
    @Schema(nullable = true) UUID siteId, @Schema(nullable = true) UUID organizationId) {
  NewCalendar requireOne() {
    if ((siteId == null) == (organizationId == null)) {
      throw Problem.violation("siteId", "site-or-organization");
    }
    return this;
  }
}
