package org.jiceng.reporting.rebuild;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with asking for a rebuild, or for its end. */
final class RebuildProblems {
  static final ProblemType RUNNING = new ProblemType(409, "rebuild-running");
  static final ProblemType OVER = new ProblemType(409, "rebuild-over");

  private RebuildProblems() {}
}
