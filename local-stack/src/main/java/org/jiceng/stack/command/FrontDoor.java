package org.jiceng.stack.command;

import java.util.Optional;

/** What the script tells us about how it was called. */
final class FrontDoor {
  private FrontDoor() {}

  /** How people called us, so that what we print can be pasted. */
  static String name() {
    return Quoting.shell(Optional.ofNullable(System.getenv("JICENG_COMMAND")).orElse("./jiceng"));
  }

  /** Whether a person watches the output. */
  static boolean watched() {
    return "yes".equals(System.getenv("JICENG_TERMINAL"));
  }
}
