package org.jiceng.activity.opening;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a closure. */
final class OpeningProblems {
  static final ProblemType CLOSURE_CANCELLED = new ProblemType(409, "closure-cancelled");
  static final ProblemType CLOSURE_OVER = new ProblemType(409, "closure-over");

  private OpeningProblems() {}
}
