package org.jiceng.kit.imports;

import java.util.Optional;

/** The cells of one row, as the file has them. */
interface Cells {
  /** The text of a cell; null when the row or the header has none there (index -1). */
  String text(int index);

  /** How many cells the row has. */
  int size();

  /** Whether the file says that the cell is a number (then a date is a serial day). */
  default boolean isNumber(int index) {
    return false;
  }

  /** Whether serial days count from 1904. */
  default boolean from1904() {
    return false;
  }

  /** Why a cell that has something cannot be read, as a code of the messages. */
  default Optional<String> problem(int index) {
    return Optional.empty();
  }
}
