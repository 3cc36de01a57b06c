package org.jiceng.reporting.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tries every table that agrees with what is shown, and sees what all of them have in common: who
 * can do that knows all there is to know.
 */
final class Attacker {
  private static final int PATIENCE = 200_000;

  private final CountTable table;
  private final Hidden hidden;
  private final int mask;
  private final boolean innermostUnknown;
  private final List<Integer> unknown = new ArrayList<>();
  private final Map<Integer, List<Integer>> within = new TreeMap<>();
  private final Map<Integer, Long> shown = new HashMap<>();
  private final Map<Integer, Set<Long>> possible = new TreeMap<>();
  private List<int[]> sums;
  private long[] rest;
  private int[] open;
  private List<List<Integer>> sumsOf;
  private long[] guess;
  private int steps;

  private Attacker(CountTable table, Hidden hidden, boolean innermostUnknown) {
    this.table = table;
    this.hidden = hidden;
    this.mask = table.innermost();
    this.innermostUnknown = innermostUnknown;
  }

  /** The hidden cells of few persons of which the attacker knows the count in the end. */
  static Set<Integer> knows(CountTable table, Hidden hidden, long k) {
    return new Attacker(table, hidden, false).attack(k);
  }

  /** The same when the innermost level is not shown at all. */
  static Set<Integer> knowsByMargins(CountTable table, Hidden hidden, long k) {
    return new Attacker(table, hidden, true).attack(k);
  }

  private boolean isUnknown(int cell) {
    return hidden.is(cell) || innermostUnknown && cell >= table.first(mask);
  }

  private Set<Integer> attack(long k) {
    readTable();
    guess(0);
    Set<Integer> known = new TreeSet<>();
    if (steps <= PATIENCE) {
      possible.forEach(
          (cell, counts) -> {
            if (counts.size() == 1 && table.count(cell) > 0 && table.count(cell) < k) {
              known.add(cell);
            }
          });
    }
    return known;
  }

  private void readTable() {
    for (int cell = table.first(mask); cell < table.end(mask); cell++) {
      int number = unknown.size();
      if (isUnknown(cell)) {
        unknown.add(cell);
      }
      for (int margin : cellsAbove(cell)) {
        within.computeIfAbsent(margin, c -> new ArrayList<>());
        if (isUnknown(cell)) {
          within.get(margin).add(number);
        } else {
          shown.merge(margin, table.count(cell), Long::sum);
        }
      }
    }
    sums = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    sumsOf = new ArrayList<>();
    unknown.forEach(cell -> sumsOf.add(new ArrayList<>()));
    within.forEach(
        (margin, cells) -> {
          if (isUnknown(margin)) {
            possible.put(margin, new TreeSet<>());
          } else if (!cells.isEmpty()) {
            cells.forEach(cell -> sumsOf.get(cell).add(sums.size()));
            sums.add(cells.stream().mapToInt(c -> c).toArray());
            totals.add(table.count(margin) - shown.getOrDefault(margin, 0L));
          }
        });
    rest = totals.stream().mapToLong(t -> t).toArray();
    open = sums.stream().mapToInt(s -> s.length).toArray();
    guess = new long[unknown.size()];
  }

  private List<Integer> cellsAbove(int cell) {
    List<Integer> above = new ArrayList<>();
    for (int of = 0; of <= mask; of++) {
      int[] key = table.key(mask, cell);
      for (int d = 0; d < key.length; d++) {
        key[d] = CountTable.has(of, d) ? key[d] : CountTable.ALL;
      }
      above.add(table.cell(key));
    }
    return above;
  }

  /** Answers whether nothing more can be learned. */
  private boolean guess(int at) {
    if (++steps > PATIENCE) {
      return true;
    }
    if (at == guess.length) {
      return note();
    }
    long least = 0;
    long most = 30;
    for (int sum : sumsOf.get(at)) {
      most = Math.min(most, rest[sum]);
      least = open[sum] == 1 ? Math.max(least, rest[sum]) : least;
    }
    boolean enough = false;
    for (long value = least; value <= most && !enough; value++) {
      take(at, value, 1);
      guess[at] = value;
      enough = guess(at + 1);
      take(at, value, -1);
    }
    return enough;
  }

  private void take(int at, long value, int sign) {
    for (int sum : sumsOf.get(at)) {
      rest[sum] -= sign * value;
      open[sum] -= sign;
    }
  }

  private boolean note() {
    boolean all = true;
    for (var entry : possible.entrySet()) {
      long count = shown.getOrDefault(entry.getKey(), 0L);
      for (int cell : within.get(entry.getKey())) {
        count += guess[cell];
      }
      entry.getValue().add(count);
      all &= entry.getValue().size() > 1;
    }
    return all;
  }

  @Override
  public String toString() {
    return Arrays.toString(guess);
  }
}
