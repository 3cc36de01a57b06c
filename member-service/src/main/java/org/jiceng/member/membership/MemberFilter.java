package org.jiceng.member.membership;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.events.MembershipStatus;

/** Which members are asked for, affiliated on a day. */
public class MemberFilter {
  @QueryParam("organizationId")
  @Parameter(description = "Affiliated to this organisation")
  UUID organizationId;

  @QueryParam("includeSubtree")
  @Parameter(description = "Or to one below it")
  boolean includeSubtree;

  @QueryParam("asOf")
  @Parameter(description = "On this day; today if not given", example = "2009-12-31")
  LocalDate asOf;

  @QueryParam("status")
  MembershipStatus status;

  @QueryParam("suspended")
  @Parameter(description = "Whether rights rested on that day")
  Boolean suspended;

  @QueryParam("sex")
  @Parameter(description = "GB/T 2261.1", example = "2")
  String sex;

  @QueryParam("ethnicity")
  @Parameter(description = "GB/T 3304", example = "01")
  String ethnicity;

  @QueryParam("education")
  @Parameter(description = "GB/T 4658", example = "21")
  String education;
}
