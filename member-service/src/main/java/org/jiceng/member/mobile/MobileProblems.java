package org.jiceng.member.mobile;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a mobile registration or to an absence. */
final class MobileProblems {
  static final ProblemType ALREADY_HOSTED = new ProblemType(409, "already-hosted");
  static final ProblemType HOSTED_AT_HOME = new ProblemType(409, "hosted-at-home");
  static final ProblemType ENDED = new ProblemType(409, "hosting-ended");
  static final ProblemType ALREADY_AWAY = new ProblemType(409, "already-away");
  static final ProblemType OTHER_STATE = new ProblemType(409, "absence-in-other-state");
  static final ProblemType NOT_HOME = new ProblemType(403, "not-the-home");
  static final ProblemType NOT_HOST = new ProblemType(403, "not-the-host");
  static final ProblemType ALREADY_ACCEPTED = new ProblemType(409, "absence-already-hosted");
  static final ProblemType NO_HOST = new ProblemType(409, "absence-not-hosted");

  private MobileProblems() {}
}
