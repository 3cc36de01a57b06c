package org.jiceng.activity.space;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** For which time, and for whom, the free intervals of a space are asked for. */
public class AvailabilityFilter extends TimeAsked {
  @QueryParam("organizationId")
  @Parameter(description = "Only when this organisation, in one's scope, may use it")
  UUID organizationId;
}
