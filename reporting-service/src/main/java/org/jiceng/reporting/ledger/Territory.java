package org.jiceng.reporting.ledger;

import java.util.List;

/**
 * The nodes of the territory that an area code lies in: district, township, community, by its six,
 * nine and twelve digits (GB/T 2260, GB/T 10114).
 */
public final class Territory {
  private Territory() {}

  /** The area and all that it lies in, the district first. */
  public static List<String> nodesOf(String areaCode) {
    String district = areaCode.substring(0, 6) + "000000";
    String township = areaCode.substring(0, 9) + "000";
    if (areaCode.equals(district)) {
      return List.of(district);
    }
    return areaCode.equals(township)
        ? List.of(district, township)
        : List.of(district, township, areaCode);
  }

  /** Whether the node keeps sums by month and year: districts and townships do. */
  public static boolean keepsMonths(String node) {
    return node.endsWith("000");
  }
}
