package org.jiceng.reporting.target;

import java.math.BigDecimal;

/** On which side of a target a figure is to be. */
public enum Direction {
  AT_LEAST,
  AT_MOST;

  /** Whether a value meets the target. */
  boolean isMet(BigDecimal value, BigDecimal target) {
    int compared = value.compareTo(target);
    return this == AT_LEAST ? compared >= 0 : compared <= 0;
  }
}
