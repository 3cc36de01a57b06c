package org.jiceng.stack.sample;

import java.util.StringJoiner;

/** A line of a CSV file (RFC 4180); nothing in the sample needs quotes. */
final class Csv {
  private Csv() {}

  /** One line without its end; null is an empty cell. */
  static String line(Object... cells) {
    StringJoiner line = new StringJoiner(",");
    for (Object cell : cells) {
      line.add(cell == null ? "" : cell.toString());
    }
    return line.toString();
  }
}
