package org.jiceng.reporting.sheet;

/** What a column or a fact is called in both languages. */
public record Heading(String zh, String en) {
  /** One below the other, as they stand in a cell. */
  public String both() {
    return zh + "\n" + en;
  }
}
