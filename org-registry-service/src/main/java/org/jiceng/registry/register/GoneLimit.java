package org.jiceng.registry.register;

import org.jiceng.kit.problem.Problem;

/**
 * How many units may be gone at once before a register is taken for a truncated one.
 *
 * @param number of units, or of hundredths of those that are stored
 */
record GoneLimit(long number, boolean percent) {
  /** As in {@code 5%} or {@code 200}. */
  static GoneLimit parse(String text) {
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1) : text;
    if (!digits.matches("[0-9]{1,9}") || (percent && Long.parseLong(digits) > 100)) {
      throw Problem.malformed("maxGone", "gone-limit");
    }
    return new GoneLimit(Long.parseLong(digits), percent);
  }

  /** The number allowed out of so many; a share is rounded up. */
  long of(long stored) {
    return percent ? (stored * number + 99) / 100 : number;
  }
}
