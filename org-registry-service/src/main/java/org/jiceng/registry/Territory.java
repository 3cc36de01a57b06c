package org.jiceng.registry;

import java.time.LocalDate;

/**
 * What lies in an area, as a condition of a select: the hierarchy of the date that is asked for,
 * not the digits of a code, which an area keeps when it is handed to another.
 */
public final class Territory {
  /** The condition for today, of a column, with the area's code as its parameter. */
  public static final String NOW_WITHIN =
      "%s in (select area_code from area_within where within_code = ? and valid_to is null)";

  private static final String THEN =
      """
      %s in (select area_code from area_within
              where within_code = ? and valid_from <= ? and (valid_to is null or valid_to > ?))""";

  private Territory() {}

  /** Adds the condition, if there is an area; a null date is today. */
  public static Condition within(Condition select, String column, String areaCode, LocalDate asOf) {
    return asOf == null
        ? select.and(NOW_WITHIN.formatted(column), areaCode)
        : select.and(THEN.formatted(column), areaCode, asOf, asOf);
  }
}
