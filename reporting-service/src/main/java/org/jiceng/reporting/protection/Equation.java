package org.jiceng.reporting.protection;

/**
 * Something that follows from a table: whole multiples of hidden cells that come to a number one
 * knows, and of which lines of the table it was made.
 */
record Equation(Vector hidden, Vector lines) {

  /** The same without one hidden cell, by taking another equation away as often as it needs. */
  Equation without(int cell, Equation other) {
    long mine = hidden.at(cell);
    if (mine == 0) {
      return this;
    }
    long theirs = other.hidden.at(cell);
    long common = Vector.gcd(mine, theirs);
    long times = theirs / common;
    long otherTimes = -mine / common;
    Vector left = hidden.combined(times, other.hidden, otherTimes);
    Vector made = lines.combined(times, other.lines, otherTimes);
    long divisor = made.divisor(left.divisor(0));
    return divisor == 0
        ? new Equation(left, made)
        : new Equation(left.by(divisor), made.by(divisor));
  }

  /** Whether it tells one hidden cell. */
  boolean tells() {
    return hidden.size() == 1;
  }
}
