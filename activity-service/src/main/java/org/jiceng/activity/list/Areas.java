package org.jiceng.activity.list;

import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.codes.InvalidCode;
import org.jiceng.kit.problem.Problem;

/** What lies in an area follows from the digits of its code (GB/T 2260, GB/T 10114). */
public final class Areas {
  private Areas() {}

  /** The pattern that all codes within an area match; null when none is asked for, else 400. */
  public static String within(String areaCode) {
    if (areaCode == null) {
      return null;
    }
    try {
      return AreaCode.parse(areaCode).prefix() + '%';
    } catch (InvalidCode e) {
      throw Problem.malformed("areaCode", e.code());
    }
  }
}
