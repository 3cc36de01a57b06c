package org.jiceng.kit.imports;

import java.util.Set;

/**
 * A column of an import file.
 *
 * @param name what stands in the header line
 * @param required whether the header must have it and every row must fill it
 * @param maxLength how many characters a cell may have
 * @param aliases other headers that mean the same, such as the Chinese one
 */
public record Column(String name, boolean required, int maxLength, Set<String> aliases) {
  private static final int ORDINARY = 200;

  /** A column that every row fills. */
  public static Column required(String name) {
    return required(name, ORDINARY);
  }

  /** A column that every row fills, with at most so many characters. */
  public static Column required(String name, int maxLength) {
    return new Column(name, true, maxLength, Set.of());
  }

  /** A column that may be missing or empty. */
  public static Column optional(String name) {
    return optional(name, ORDINARY);
  }

  /** A column that may be missing or empty, with at most so many characters. */
  public static Column optional(String name, int maxLength) {
    return new Column(name, false, maxLength, Set.of());
  }

  /** The same column, also known by these headers. */
  public Column also(String... otherHeaders) {
    return new Column(name, required, maxLength, Set.of(otherHeaders));
  }
}
