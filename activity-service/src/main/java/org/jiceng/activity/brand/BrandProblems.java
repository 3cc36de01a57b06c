package org.jiceng.activity.brand;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a service brand. */
final class BrandProblems {
  static final ProblemType CODE_TAKEN = new ProblemType(409, "brand-code-taken");
  static final ProblemType WITHDRAWN = new ProblemType(409, "brand-withdrawn");

  private BrandProblems() {}
}
