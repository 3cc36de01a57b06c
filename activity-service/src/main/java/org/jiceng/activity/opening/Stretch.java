package org.jiceng.activity.opening;

/** From a minute of the day (inclusive) to another (exclusive). */
record Stretch(int from, int until) {
  boolean isEmpty() {
    return until <= from;
  }

  int minutes() {
    return until - from;
  }
}
