package org.jiceng.activity.demonstration;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a demonstration point. */
final class DemonstrationPointProblems {
  static final ProblemType CODE_TAKEN = new ProblemType(409, "demonstration-point-code-taken");
  static final ProblemType WITHDRAWN = new ProblemType(409, "demonstration-point-withdrawn");

  private DemonstrationPointProblems() {}
}
