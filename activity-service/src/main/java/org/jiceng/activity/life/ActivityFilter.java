package org.jiceng.activity.life;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.events.ActivityKind;

/** Which activities are asked for. */
public class ActivityFilter {
  @QueryParam("organizationId")
  @Parameter(description = "One that holds it, alone or together with others")
  UUID organizationId;

  @QueryParam("kind")
  ActivityKind kind;

  @QueryParam("state")
  ActivityState state;

  @QueryParam("from")
  @Parameter(description = "Held, or to be held, on that day or later", example = "2010-01-01")
  LocalDate from;

  @QueryParam("until")
  @Parameter(description = "Held, or to be held, on that day or before", example = "2010-12-31")
  LocalDate until;
}
