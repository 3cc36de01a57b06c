package org.jiceng.bench;

import java.util.Locale;

/**
 * A figure and its reference.
 *
 * @param name the row's name
 * @param figure what was measured, in {@code unit}
 * @param reference what it is measured against; NaN where the target is absolute
 * @param unit of both
 * @param bound whether the ratio (or, without a reference, the figure) should be at least or at
 *     most the target
 * @param target the bound's number
 */
public record Result(
    String name, double figure, double reference, String unit, Bound bound, double target) {

  /** On which side of the target it is well. */
  public enum Bound {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }

    @Override
    public String toString() {
      return sign;
    }
  }

  /** Figure divided by reference; the figure itself where there is no reference. */
  public double ratio() {
    return Double.isNaN(reference) ? figure : figure / reference;
  }

  /** Whether the target is reached. */
  public boolean met() {
    return bound == Bound.AT_LEAST ? ratio() >= target : ratio() <= target;
  }

  /** The target as DESIGN section 7 writes it. */
  public String targetText() {
    return String.format(Locale.ROOT, "%s %s", bound, Double.toString(target));
  }
}
