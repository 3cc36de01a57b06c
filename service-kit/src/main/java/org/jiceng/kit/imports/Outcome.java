package org.jiceng.kit.imports;

/** What the reading of a file has shown. */
record Outcome(long rows, ErrorLog errors) {
  static Outcome none() {
    return new Outcome(0, new ErrorLog());
  }
}
