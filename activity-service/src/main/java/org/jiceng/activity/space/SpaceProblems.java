package org.jiceng.activity.space;

import org.jiceng.kit.problem.ProblemType;

/** Why a space cannot be used. */
final class SpaceProblems {
  static final ProblemType OUTSIDE_OPENING_HOURS = new ProblemType(409, "outside-opening-hours");
  static final ProblemType UNDER_CLOSURE = new ProblemType(409, "space-under-closure");
  static final ProblemType NOT_SHARED = new ProblemType(409, "not-shared-with-organization");

  private SpaceProblems() {}
}
