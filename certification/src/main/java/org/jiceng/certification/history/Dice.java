package org.jiceng.certification.history;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance that can be had again: the same seed throws the same. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
