package org.jiceng.kit.imports;

/** Something is wrong with the file itself, from a certain row on; nothing after it can be read. */
final class FileFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long row;
  private final String code;

  FileFault(long row, String code, Throwable cause) {
    super(code, cause);
    this.row = row;
    this.code = code;
  }

  /** The row, 0 when it is the file as a whole. */
  long row() {
    return row;
  }

  String code() {
    return code;
  }
}
