package org.jiceng.activity.calendar;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a calendar. */
final class CalendarProblems {
  static final ProblemType REVOKED = new ProblemType(409, "calendar-revoked");

  private CalendarProblems() {}
}
