package org.jiceng.stack.command;

/** Words for a shell. */
final class Quoting {
  private Quoting() {}

  /** One word, whatever is in it. */
  static String shell(String word) {
    return word.matches("[A-Za-z0-9_./:=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
