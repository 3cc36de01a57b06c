package org.jiceng.activity.organization;

import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** What this service knows of an organisation: its territory and whether it is at work. */
public record ActingOrganization(UUID id, String areaCode, String state) {
  static final ProblemType NOT_ACTIVE = new ProblemType(409, "organization-not-active");

  /** Only an organisation at work manages sites, books and is honoured. */
  void requireActive() {
    if (!state.equals("ACTIVE")) {
      throw new Problem(NOT_ACTIVE).at("organizationId");
    }
  }
}
