package org.jiceng.stack.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that falls the same way everywhere: each kind of row has dice of its own, so that a change
 * in one leaves the others as they are.
 */
final class Dice {
  private static final long SEED = 20_091_231L;

  private final SplittableRandom random;

  private Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The dice for one kind of row. */
  static Dice of(String kind) {
    return new Dice(SEED * 31 + kind.hashCode());
  }

  /** A whole number from low to high, both possible. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  double fraction() {
    return random.nextDouble();
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The index of a weight, the heavier the likelier. */
  int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = random.nextInt(sum);
    int i = 0;
    while (left >= weights[i]) {
      left -= weights[i++];
    }
    return i;
  }

  /** A day from first to last, both possible; first where last is earlier. */
  LocalDate day(LocalDate first, LocalDate last) {
    long span = Math.max(0, last.toEpochDay() - first.toEpochDay());
    return first.plusDays(random.nextLong(span + 1));
  }

  /** A day from first to last, the later the likelier: what grows has more young than old. */
  LocalDate lateDay(LocalDate first, LocalDate last) {
    long span = Math.max(0, last.toEpochDay() - first.toEpochDay());
    return first.plusDays((long) (Math.sqrt(random.nextDouble()) * (span + 1)));
  }
}
