package org.jiceng.kit.policy;

/** A whole number, 0 or more, by date, such as {@code 0001-01-01=2,2030-01-01=3}. */
public final class DatedNumber extends Dated<Integer> {
  public DatedNumber(String text) {
    super(text, DatedNumber::natural);
  }

  private static Integer natural(String text) {
    return Integer.parseUnsignedInt(text);
  }
}
