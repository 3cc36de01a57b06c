package org.jiceng.activity.life;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to an activity. */
final class ActivityProblems {
  static final ProblemType NOT_PLANNED = new ProblemType(409, "activity-not-planned");
  static final ProblemType NOT_BEGUN = new ProblemType(409, "activity-not-begun");
  static final ProblemType NOT_HELD = new ProblemType(409, "activity-not-held");

  /** The booking is no longer to be used, another's, or of another time. */
  static final ProblemType BOOKING_UNFIT = new ProblemType(409, "booking-unfit");

  /** Whoever leads an activity cannot leave it. */
  static final ProblemType LEADS = new ProblemType(409, "leads-the-activity");

  static final ProblemType NO_SIGN_UP = new ProblemType(409, "no-sign-up");
  static final ProblemType SIGN_UP_NOT_YET = new ProblemType(409, "sign-up-not-yet");
  static final ProblemType SIGN_UP_CLOSED = new ProblemType(409, "sign-up-closed");

  private ActivityProblems() {}
}
