package org.jiceng.kit.personal;

/** How personal fields look to those who may not see them; null stays null. */
public final class Masking {
  private Masking() {}

  /** The region's first six digits and the last character: {@code 990105***********X}. */
  public static String idNumber(String idNumber) {
    return masked(idNumber, 6, 1);
  }

  /** The first three and the last four digits: {@code 138****5678}. */
  public static String phone(String phone) {
    return masked(phone, 3, 4);
  }

  /** The first character only: {@code 张*}, whatever the length, so that it does not tell. */
  public static String name(String name) {
    if (name == null || name.isEmpty()) {
      return name;
    }
    return new String(Character.toChars(name.codePointAt(0))) + "*";
  }

  private static String masked(String text, int head, int tail) {
    if (text == null) {
      return null;
    }
    int hidden = text.length() - head - tail;
    if (hidden < 1) {
      return "*".repeat(text.length());
    }
    return text.substring(0, head) + "*".repeat(hidden) + text.substring(text.length() - tail);
  }
}
