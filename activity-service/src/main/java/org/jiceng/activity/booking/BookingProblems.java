package org.jiceng.activity.booking;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a booking. */
final class BookingProblems {
  static final ProblemType TAKEN = new ProblemType(409, "space-taken");
  static final ProblemType SPACE_NOT_OPEN = new ProblemType(409, "space-not-open");
  static final ProblemType CANCELLED = new ProblemType(409, "booking-cancelled");
  static final ProblemType OVER = new ProblemType(409, "booking-over");

  private BookingProblems() {}
}
