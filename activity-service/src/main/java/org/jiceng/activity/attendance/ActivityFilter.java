package org.jiceng.activity.attendance;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.events.ActivityKind;

/** Which activities are asked for. */
public class ActivityFilter {
  @QueryParam("organizationId")
  UUID organizationId;

  @QueryParam("kind")
  ActivityKind kind;

  @QueryParam("from")
  @Parameter(description = "Held on that day or later", example = "2010-01-01")
  LocalDate from;

  @QueryParam("until")
  @Parameter(description = "Held on that day or before", example = "2010-12-31")
  LocalDate until;
}
