package org.jiceng.activity.attendance;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a list of who attended. */
final class AttendanceProblems {
  /** Neither a member of the organisation that day nor hosted by it. */
  static final ProblemType STRANGERS = new ProblemType(422, "attendee-not-of-the-organization");

  private AttendanceProblems() {}
}
