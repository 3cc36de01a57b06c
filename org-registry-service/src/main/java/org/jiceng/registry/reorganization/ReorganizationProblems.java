package org.jiceng.registry.reorganization;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a reorganisation. */
final class ReorganizationProblems {
  static final ProblemType UNASSIGNED = new ProblemType(422, "split-leaves-someone");
  static final ProblemType NOT_PLANNED = new ProblemType(409, "reorganization-not-planned");

  private ReorganizationProblems() {}
}
