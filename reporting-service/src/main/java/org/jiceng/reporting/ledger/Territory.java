package org.jiceng.reporting.ledger;

/**
 * What of the territory the sums are kept for; an area's nodes are {@code territory_nodes} in SQL.
 */
public final class Territory {
  private Territory() {}

  /** Whether the node keeps sums by month and year: districts and townships do. */
  public static boolean keepsMonths(String node) {
    return node.endsWith("000");
  }
}
