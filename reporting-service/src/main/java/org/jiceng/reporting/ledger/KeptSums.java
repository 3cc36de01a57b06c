package org.jiceng.reporting.ledger;

import java.util.List;

/**
 * Where sums are kept: where many postings meet. In the territory the district, by day, month and
 * year, and its townships, by day and year; in the line the topmost ranks, by day. Below them so
 * few postings count that a figure is read from the ledger itself; only what is asked of all
 * communities at once is kept there too.
 */
public final class KeptSums {
  /** How many ranks of the line keep sums: the district's own organisation and those below it. */
  public static final int RANKS = 2;

  /** The measures that communities and villages keep. */
  public static final List<String> BY_COMMUNITY = List.of("organization", "area.households");

  private KeptSums() {}

  /** Whether an area keeps the sums of all measures. */
  public static boolean inArea(String code) {
    return code.endsWith("000");
  }

  /** Whether an area keeps sums by month too. */
  public static boolean byMonth(String code) {
    return code.endsWith("000000");
  }
}
