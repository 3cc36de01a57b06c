package org.jiceng.member.mobile;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which registrations are asked for. */
public class RegistrationFilter {
  @QueryParam("hostId")
  @Parameter(description = "Hosted by this organisation")
  UUID hostId;

  @QueryParam("includeSubtree")
  @Parameter(description = "Or by one below it")
  boolean includeSubtree;

  @QueryParam("asOf")
  @Parameter(description = "Hosted on this day; today if not given", example = "2009-12-31")
  LocalDate asOf;
}
