package org.jiceng.kit.rotation;

import java.util.List;

/**
 * A table with columns that hold what {@link org.jiceng.kit.personal.PersonalCipher} has sealed.
 * Its rows are walked through in the order of their key.
 */
public record SealedTable(String name, List<KeyColumn> key, List<String> columns) {
  /** A table whose rows are known by one id. */
  public static SealedTable of(String name, String id, String... columns) {
    return new SealedTable(name, List.of(KeyColumn.uuid(id)), List.of(columns));
  }
}
