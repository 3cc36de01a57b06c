package org.jiceng.kit.imports;

/** Keeps a spreadsheet program from taking text in a CSV for a formula. */
public final class Formulas {
  private static final String BEGINNINGS = "=+-@\t\r";

  private Formulas() {}

  /** The text, with an apostrophe before it if it begins as a formula or as guarded text does. */
  public static String guard(String text) {
    return begins(text, 0) || isGuarded(text) ? "'" + text : text;
  }

  /** What was guarded; other text stays as it is. */
  public static String unguard(String text) {
    return text != null && isGuarded(text) ? text.substring(1) : text;
  }

  private static boolean isGuarded(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    return first > 0 && begins(text, first);
  }

  private static boolean begins(String text, int index) {
    return index < text.length() && BEGINNINGS.indexOf(text.charAt(index)) >= 0;
  }
}
