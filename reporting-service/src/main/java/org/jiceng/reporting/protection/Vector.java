package org.jiceng.reporting.protection;

import java.util.Arrays;

/** Whole numbers at some places, and nothing at all others; never changed. */
record Vector(int[] places, long[] numbers) {
  static final Vector NONE = new Vector(new int[0], new long[0]);

  static Vector one(int place) {
    return new Vector(new int[] {place}, new long[] {1});
  }

  int size() {
    return places.length;
  }

  long at(int place) {
    int found = Arrays.binarySearch(places, place);
    return found < 0 ? 0 : numbers[found];
  }

  /** The greatest whole number that divides all of them and the given one. */
  long divisor(long with) {
    long divisor = with;
    for (int i = 0; i < numbers.length && divisor != 1; i++) {
      divisor = gcd(divisor, numbers[i]);
    }
    return divisor;
  }

  Vector by(long divisor) {
    return divisor == 1
        ? this
        : new Vector(places, Arrays.stream(numbers).map(n -> n / divisor).toArray());
  }

  /**
   * So many times this one plus so many times another.
   *
   * @throws ArithmeticException where a number grows beyond 64 bits
   */
  Vector combined(long times, Vector other, long otherTimes) {
    int[] merged = new int[size() + other.size()];
    long[] sums = new long[merged.length];
    int count = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < size() || theirs < other.size()) {
      boolean takeMine =
          theirs == other.size() || mine < size() && places[mine] <= other.places[theirs];
      boolean takeTheirs =
          mine == size() || theirs < other.size() && other.places[theirs] <= places[mine];
      merged[count] = takeMine ? places[mine] : other.places[theirs];
      long sum = takeMine ? Math.multiplyExact(times, numbers[mine++]) : 0;
      sums[count] =
          takeTheirs
              ? Math.addExact(sum, Math.multiplyExact(otherTimes, other.numbers[theirs++]))
              : sum;
      count += sums[count] == 0 ? 0 : 1;
    }
    return new Vector(Arrays.copyOf(merged, count), Arrays.copyOf(sums, count));
  }

  static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}
