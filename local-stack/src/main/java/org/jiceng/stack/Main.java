package org.jiceng.stack;

import org.jiceng.stack.command.Jiceng;

/** The front door for people: {@code ./jiceng} runs this. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Jiceng.run(arguments));
  }
}
