package org.jiceng.reporting.protection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Solves equations between unknown numbers, by fractions without end. */
public final class Solver {
  private final List<BigInteger[]> rows = new ArrayList<>();
  private final int unknowns;

  public Solver(int unknowns) {
    this.unknowns = unknowns;
  }

  /** So many times each unknown come to something known. */
  public void add(int[] times) {
    BigInteger[] row = new BigInteger[unknowns];
    for (int i = 0; i < unknowns; i++) {
      row[i] = BigInteger.valueOf(times[i]);
    }
    rows.add(row);
  }

  /** The unknowns that have only one solution. */
  public Set<Integer> told() {
    int done = 0;
    for (int column = 0; column < unknowns && done < rows.size(); column++) {
      int pivot = done;
      while (pivot < rows.size() && rows.get(pivot)[column].signum() == 0) {
        pivot++;
      }
      if (pivot < rows.size()) {
        BigInteger[] row = rows.remove(pivot);
        rows.add(done, row);
        for (int other = 0; other < rows.size(); other++) {
          if (other != done && rows.get(other)[column].signum() != 0) {
            rows.set(other, without(rows.get(other), row, column));
          }
        }
        done++;
      }
    }
    Set<Integer> told = new HashSet<>();
    for (BigInteger[] row : rows.subList(0, done)) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < unknowns; i++) {
        if (row[i].signum() != 0) {
          places.add(i);
        }
      }
      if (places.size() == 1) {
        told.add(places.get(0));
      }
    }
    return told;
  }

  private static BigInteger[] without(BigInteger[] row, BigInteger[] by, int column) {
    BigInteger[] result = new BigInteger[row.length];
    for (int i = 0; i < row.length; i++) {
      result[i] = row[i].multiply(by[column]).subtract(by[i].multiply(row[column]));
    }
    return result;
  }
}
