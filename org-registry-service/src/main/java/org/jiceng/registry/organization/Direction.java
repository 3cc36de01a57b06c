package org.jiceng.registry.organization;

import org.jiceng.kit.problem.Problem;

/** Along which of the two trees one asks: who one reports to, or where one lies. */
public enum Direction {
  LINE,
  TERRITORY;

  /** The word of the query when none is given. */
  static final String DEFAULT = "line";

  /** By the word in the query: line or territory. */
  static Direction named(String word) {
    return switch (word) {
      case "line" -> LINE;
      case "territory" -> TERRITORY;
      default -> throw Problem.malformed("by", "not-one-of", "line, territory");
    };
  }
}
