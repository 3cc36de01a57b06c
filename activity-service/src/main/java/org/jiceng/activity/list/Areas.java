package org.jiceng.activity.list;

import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.codes.InvalidCode;
import org.jiceng.kit.problem.Problem;

/** The area that a list is asked for. */
public final class Areas {
  private Areas() {}

  /** The area's code; null when none is asked for, else 400. */
  public static String asked(String areaCode) {
    if (areaCode == null) {
      return null;
    }
    try {
      return AreaCode.parse(areaCode).value();
    } catch (InvalidCode e) {
      throw Problem.malformed("areaCode", e.code());
    }
  }
}
