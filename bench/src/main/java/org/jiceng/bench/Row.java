package org.jiceng.bench;

/** One line of the table: some work, and the reference it is measured against in the same run. */
public interface Row {
  /** A short name, for the command line. */
  String name();

  /** What is measured, against what, as a person would say it. */
  String description();

  /** Measures both. */
  Result measure() throws Exception;
}
