package org.jiceng.stack.process;

import java.util.List;
import java.util.Map;

/** One child process of the stack: how it is started, how one sees that it works. */
public interface Server {
  /** As in {@code ./jiceng logs NAME}. */
  String name();

  /** What people read in the progress line, e.g. {@code PostgreSQL 18 on port 5433}. */
  String title();

  /** Makes ready what the process needs; called before each start. */
  void prepare();

  List<String> command();

  /** Added to the environment; secrets travel here, since anyone can read a command line. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** Whether it answers. Called again and again while it starts. */
  boolean ready();

  /** What is to be done once it answers. */
  default void afterStart() {}

  /** The signal that asks it to end cleanly. */
  default String stopSignal() {
    return "TERM";
  }
}
