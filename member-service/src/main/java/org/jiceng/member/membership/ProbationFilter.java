package org.jiceng.member.membership;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Whose probation is asked for. */
public class ProbationFilter {
  @QueryParam("organizationId")
  @Parameter(description = "Affiliated to this organisation")
  UUID organizationId;

  @QueryParam("includeSubtree")
  @Parameter(description = "Or to one below it")
  boolean includeSubtree;

  @QueryParam("overBy")
  @Parameter(
      description = "Those who may be confirmed on this day or before",
      example = "2010-03-01")
  LocalDate overBy;
}
