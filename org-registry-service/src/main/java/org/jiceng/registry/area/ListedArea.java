package org.jiceng.registry.area;

import org.jiceng.events.AreaLevel;
import org.jiceng.kit.codes.AreaCode;

/**
 * An area as it stands in a standard list (统计用区划代码).
 *
 * @param classCode its urban-rural class (城乡分类代码); null if the list does not tell
 * @param level its level where the list's sender says so; null to go by the digits
 * @param formerCode the code it had before; null to find that by its name
 */
record ListedArea(
    long row, AreaCode code, String name, String classCode, AreaLevel level, AreaCode formerCode) {
  private static final int VILLAGES = 200;
  private static final int LIKE_COMMUNITIES = 400;
  private static final int LIKE_VILLAGES = 500;

  /**
   * The level by the standard's digits: 001–199 and 400–499 are communities, 200–399 and 500–599
   * villages. A township counts as sub-district.
   */
  AreaLevel levelByDigits() {
    if (level != null) {
      return level;
    }
    if (code.isDistrict()) {
      return AreaLevel.DISTRICT;
    }
    if (code.isTownship()) {
      return AreaLevel.SUB_DISTRICT;
    }
    int number = Integer.parseInt(code.value().substring(9));
    boolean village = (number >= VILLAGES && number < LIKE_COMMUNITIES) || number >= LIKE_VILLAGES;
    return village ? AreaLevel.VILLAGE : AreaLevel.COMMUNITY;
  }

  /** Districts, townships and what lies below them are compared among themselves. */
  static int rank(AreaCode code) {
    return code.isDistrict() ? 0 : code.isTownship() ? 1 : 2;
  }
}
