package org.jiceng.reporting.figures;

/**
 * A place in the territory (A, an area code) or in the line (L, an organisation's id), for which
 * figures can be asked.
 */
public record Node(String kind, String id) {
  public static Node area(String code) {
    return new Node("A", code);
  }

  public static Node organization(String id) {
    return new Node("L", id);
  }

  public boolean isArea() {
    return kind.equals("A");
  }
}
