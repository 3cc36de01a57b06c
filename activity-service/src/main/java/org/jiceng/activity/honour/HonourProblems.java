package org.jiceng.activity.honour;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to an honour or a nomination. */
final class HonourProblems {
  static final ProblemType BRAND_CODE_TAKEN = new ProblemType(409, "brand-code-taken");
  static final ProblemType BRAND_WITHDRAWN = new ProblemType(409, "brand-withdrawn");
  static final ProblemType POINT_CODE_TAKEN =
      new ProblemType(409, "demonstration-point-code-taken");
  static final ProblemType POINT_WITHDRAWN = new ProblemType(409, "demonstration-point-withdrawn");
  static final ProblemType DECIDED = new ProblemType(409, "nomination-decided");

  private HonourProblems() {}
}
