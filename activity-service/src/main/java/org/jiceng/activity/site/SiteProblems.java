package org.jiceng.activity.site;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a site. */
final class SiteProblems {
  static final ProblemType CLOSED = new ProblemType(409, "site-closed");
  static final ProblemType CODE_TAKEN = new ProblemType(409, "site-code-taken");
  static final ProblemType SPACE_CLOSED = new ProblemType(409, "space-closed");

  private SiteProblems() {}
}
