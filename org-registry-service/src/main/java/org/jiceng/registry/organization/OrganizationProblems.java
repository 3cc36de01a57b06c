package org.jiceng.registry.organization;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to an organisation. */
final class OrganizationProblems {
  static final ProblemType DISSOLVED = new ProblemType(409, "organization-dissolved");
  static final ProblemType SUSPENDED = new ProblemType(409, "organization-suspended");
  static final ProblemType NOT_SUSPENDED = new ProblemType(409, "organization-not-suspended");
  static final ProblemType NOT_EMPTY = new ProblemType(409, "organization-not-empty");
  static final ProblemType CODE_TAKEN = new ProblemType(409, "organization-code-taken");
  static final ProblemType ROOT_EXISTS = new ProblemType(409, "organization-root-exists");
  static final ProblemType CYCLE = new ProblemType(409, "organization-cycle");
  static final ProblemType HISTORY_LATER = new ProblemType(409, "organization-changed-later");

  private OrganizationProblems() {}
}
