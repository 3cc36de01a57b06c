package org.jiceng.member.membership;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a member. */
public final class MembershipProblems {
  static final ProblemType ALREADY_MEMBER = new ProblemType(409, "already-a-member");
  static final ProblemType ALREADY_FULL = new ProblemType(409, "already-a-full-member");
  static final ProblemType NOT_FULL = new ProblemType(409, "not-a-full-member");
  static final ProblemType ALREADY_EXTENDED = new ProblemType(409, "probation-already-extended");
  static final ProblemType NOT_SUSPENDED = new ProblemType(409, "membership-not-suspended");
  static final ProblemType NOT_RESTORABLE = new ProblemType(409, "membership-not-restorable");
  static final ProblemType NOT_ENDED = new ProblemType(409, "membership-not-ended");
  static final ProblemType IN_ERROR = new ProblemType(409, "record-entered-in-error");
  static final ProblemType KEEP_THE_OTHER = new ProblemType(409, "duplicate-lasts-longer");
  static final ProblemType NOT_OVER = new ProblemType(409, "membership-not-over");
  static final ProblemType STILL_RETAINED = new ProblemType(409, "person-still-retained");
  static final ProblemType WITH_ITSELF = new ProblemType(409, "merge-with-itself");

  /** What two districts have agreed about a person is not for one of them to change. */
  static final ProblemType HANDED_OVER = new ProblemType(409, "handed-over");

  /** Nothing happens any more to a membership that has ended. */
  public static final ProblemType ENDED = new ProblemType(409, "membership-ended");

  /** While rights rest, a member is neither confirmed nor transferred. */
  public static final ProblemType SUSPENDED = new ProblemType(409, "membership-suspended");

  /** Of whom nothing is known any more, nothing is done any more. */
  public static final ProblemType ERASED = new ProblemType(409, "person-erased");

  private MembershipProblems() {}
}
