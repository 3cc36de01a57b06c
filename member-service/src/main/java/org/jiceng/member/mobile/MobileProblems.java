package org.jiceng.member.mobile;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a mobile registration. */
final class MobileProblems {
  static final ProblemType ALREADY_HOSTED = new ProblemType(409, "already-hosted");
  static final ProblemType HOSTED_AT_HOME = new ProblemType(409, "hosted-at-home");
  static final ProblemType ENDED = new ProblemType(409, "hosting-ended");

  private MobileProblems() {}
}
