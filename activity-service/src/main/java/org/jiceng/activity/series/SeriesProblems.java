package org.jiceng.activity.series;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a series. */
final class SeriesProblems {
  static final ProblemType CANCELLED = new ProblemType(409, "booking-series-cancelled");
  static final ProblemType NOTHING_FREE = new ProblemType(409, "series-nothing-free");

  private SeriesProblems() {}
}
