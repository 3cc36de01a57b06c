package org.jiceng.stack.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Shares out a total in whole numbers so that nothing is lost to rounding (largest remainders). */
final class Shares {
  private Shares() {}

  /** Shares by weight; they add up to the total exactly. */
  static int[] of(int total, double... weights) {
    double sum = Arrays.stream(weights).sum();
    int[] shares = new int[weights.length];
    double[] remainders = new double[weights.length];
    int given = 0;
    for (int i = 0; i < weights.length; i++) {
      double exact = total * (weights[i] / sum);
      shares[i] = (int) exact;
      remainders[i] = exact - shares[i];
      given += shares[i];
    }
    int[] byRemainder =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -remainders[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < total - given; i++) {
      shares[byRemainder[i % byRemainder.length]]++;
    }
    return shares;
  }

  /** Shares of n parts, each weighted by its index. */
  static int[] of(int total, int n, IntToDoubleFunction weight) {
    return of(total, IntStream.range(0, n).mapToDouble(weight).toArray());
  }

  /** Shares of n parts that each begin at a least share; the rest goes by weight. */
  static int[] atLeast(int least, int total, int n, IntToDoubleFunction weight) {
    int[] shares = of(total - least * n, n, weight);
    for (int i = 0; i < n; i++) {
      shares[i] += least;
    }
    return shares;
  }

  /** Shares by weight of which none is above a limit. */
  static int[] between(int least, int most, int total, int n, IntToDoubleFunction weight) {
    int[] shares = atLeast(least, total, n, weight);
    int over = 0;
    for (int i = 0; i < n; i++) {
      int excess = Math.max(0, shares[i] - most);
      shares[i] -= excess;
      over += excess;
    }
    for (int i = 0; over > 0; i = (i + 1) % n) {
      int room = Math.min(over, Math.min(most - shares[i], 1 + over / n));
      shares[i] += room;
      over -= room;
    }
    return shares;
  }

  /** Whether the i-th of n is one of those chosen, who stand evenly among them. */
  static boolean evenly(int i, int n, int chosen) {
    return (i + 1L) * chosen / n > (long) i * chosen / n;
  }
}
