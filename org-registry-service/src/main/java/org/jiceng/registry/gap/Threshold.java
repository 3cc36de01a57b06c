package org.jiceng.registry.gap;

/**
 * What makes an uncovered unit worth a line: so many members, or so much staff. One that is not
 * asked for lets nothing through, unless neither is: then every unit is.
 */
record Threshold(Integer members, Integer staff) {
  private static final int UNREACHABLE = Integer.MAX_VALUE;

  int minMembers() {
    return members == null ? UNREACHABLE : members;
  }

  int minStaff() {
    if (staff != null) {
      return staff;
    }
    return members == null ? 0 : UNREACHABLE;
  }

  /** How a unit ranks by its members: those below the threshold rank alike, after all others. */
  int rank(CoverageGap gap) {
    return gap.members() >= minMembers() ? gap.members() : CoverageGaps.BY_STAFF;
  }
}
