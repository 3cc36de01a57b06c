package org.jiceng.activity.funds;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with costs. */
final class FundsProblems {
  static final ProblemType REVOKED = new ProblemType(409, "cost-revoked");

  private FundsProblems() {}
}
