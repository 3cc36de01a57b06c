package org.jiceng.member.membership;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a member. */
public final class MembershipProblems {
  static final ProblemType ALREADY_MEMBER = new ProblemType(409, "already-a-member");
  static final ProblemType ALREADY_FULL = new ProblemType(409, "already-a-full-member");

  /** Nothing happens any more to a membership that has ended. */
  public static final ProblemType ENDED = new ProblemType(409, "membership-ended");

  private MembershipProblems() {}
}
