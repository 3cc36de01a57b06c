package org.jiceng.activity.booking;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a booking, besides its state. */
final class BookingProblems {
  static final ProblemType TAKEN = new ProblemType(409, "space-taken");
  static final ProblemType SPACE_NOT_OPEN = new ProblemType(409, "space-not-open");
  static final ProblemType OVER = new ProblemType(409, "booking-over");
  static final ProblemType TOO_LATE_TO_CANCEL = new ProblemType(409, "cancellation-too-late");
  static final ProblemType TOO_EARLY_TO_CHECK_IN = new ProblemType(409, "check-in-too-early");
  static final ProblemType QUOTA_AHEAD = new ProblemType(409, "booking-quota-ahead");
  static final ProblemType QUOTA_MONTH = new ProblemType(409, "booking-quota-month");
  static final ProblemType SUSPENDED = new ProblemType(409, "booking-suspended");
  static final ProblemType SERIES_NOT_FREE = new ProblemType(409, "series-not-free");

  private BookingProblems() {}
}
