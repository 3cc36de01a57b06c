package org.jiceng.activity.waitlist;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a waitlist. */
final class WaitlistProblems {
  static final ProblemType FREE = new ProblemType(409, "space-free");
  static final ProblemType ENDED = new ProblemType(409, "waiting-ended");

  private WaitlistProblems() {}
}
