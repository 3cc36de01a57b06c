package org.jiceng.kit.rotation;

/** A column of a table's primary key, with its SQL type; both are written here, never input. */
public record KeyColumn(String name, String type) {
  public static KeyColumn uuid(String name) {
    return new KeyColumn(name, "uuid");
  }
}
