package org.jiceng.kit.codes;

/**
 * What people type into coded fields, made comparable: full-width letters and digits become plain
 * ones, and blanks at both ends (no-break, ideographic and zero-width ones too) go.
 */
public final class Halfwidth {
  private Halfwidth() {}

  /** The text with plain letters and digits and without blanks at its ends; null stays null. */
  public static String of(String text) {
    if (text == null) {
      return null;
    }
    String bare = strip(text);
    for (int i = 0; i < bare.length(); i++) {
      if (isFullwidth(bare.charAt(i))) {
        return folded(bare);
      }
    }
    return bare;
  }

  /** The text without blanks at its ends, whatever Unicode calls a blank. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static String folded(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(isFullwidth(c) ? (char) (c - 0xFEE0) : c);
    }
    return plain.toString();
  }

  private static boolean isFullwidth(char c) {
    return c >= '\uFF01' && c <= '\uFF5E';
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c == '\uFEFF'
        || (c >= '\u200B' && c <= '\u200D')
        || (c > 0x7F && Character.isWhitespace(c));
  }
}
