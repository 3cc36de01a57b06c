package org.jiceng.reporting.live;

import org.jiceng.kit.problem.ProblemType;

/** Why somebody may not listen. */
final class LiveProblems {
  static final ProblemType TOO_MANY_LISTENERS = new ProblemType(503, "too-many-listeners");

  private LiveProblems() {}
}
