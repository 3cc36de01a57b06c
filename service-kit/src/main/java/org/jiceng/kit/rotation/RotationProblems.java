package org.jiceng.kit.rotation;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with asking for a rotation. */
final class RotationProblems {
  static final ProblemType RUNNING = new ProblemType(409, "rotation-running");

  private RotationProblems() {}
}
