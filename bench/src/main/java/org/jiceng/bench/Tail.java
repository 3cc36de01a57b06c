package org.jiceng.bench;

import java.util.Arrays;

/** The slow end of many calls, one after the other. */
final class Tail {
  private static final int WARM_UP = 2_000;
  private static final int MEASURED = 5_000;

  private Tail() {}

  /** One call; its number lets it ask for something else each time. */
  interface Call {
    void once(int number) throws Exception;
  }

  /** The 99th percentiles in milliseconds of calls that take turns, so that both meet the same. */
  static double[] p99Millis(Call one, Call other) throws Exception {
    double[] ofOne = new double[MEASURED];
    double[] ofOther = new double[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      double first = millis(one, i + WARM_UP);
      double second = millis(other, i + WARM_UP);
      if (i >= 0) {
        ofOne[i] = first;
        ofOther[i] = second;
      }
    }
    return new double[] {p99(ofOne), p99(ofOther)};
  }

  private static double millis(Call call, int number) throws Exception {
    long from = System.nanoTime();
    call.once(number);
    return (System.nanoTime() - from) / 1e6;
  }

  private static double p99(double[] millis) {
    Arrays.sort(millis);
    return millis[millis.length * 99 / 100];
  }
}
