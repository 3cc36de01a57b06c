package org.jiceng.activity.attendance;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which attendances are asked for; those that were revoked are never among them. */
public class AttendanceFilter {
  @QueryParam("activityId")
  UUID activityId;

  @QueryParam("organizationId")
  @Parameter(description = "The organisation that held the activity")
  UUID organizationId;

  @QueryParam("homeId")
  @Parameter(description = "Where the member was affiliated that day")
  UUID homeId;

  @QueryParam("memberId")
  UUID memberId;

  @QueryParam("registrationId")
  UUID registrationId;

  @QueryParam("hosted")
  @Parameter(description = "Only those of hosted members, or only those of members of one's own")
  Boolean hosted;

  @QueryParam("from")
  @Parameter(description = "Held on that day or later", example = "2010-01-01")
  LocalDate from;

  @QueryParam("until")
  @Parameter(description = "Held on that day or before", example = "2010-12-31")
  LocalDate until;
}
