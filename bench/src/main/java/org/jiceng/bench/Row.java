package org.jiceng.bench;

import java.util.List;

/** One line of the table: some work, and the reference it is measured against in the same run. */
public interface Row {
  /** A short name, for the command line. */
  String name();

  /** What is measured, against what, as a person would say it. */
  String description();

  /** Whether it is measured only when it is named, since it takes long or leaves much behind. */
  default boolean onRequest() {
    return false;
  }

  /** Measures both; a row that shows one run from several sides gives a line for each. */
  default List<Result> results() throws Exception {
    return List.of(measure());
  }

  /** Measures both. */
  Result measure() throws Exception;
}
