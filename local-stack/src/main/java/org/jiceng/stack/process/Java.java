package org.jiceng.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that start another JVM of the same kind as ours. */
public final class Java {
  private Java() {}

  /** The {@code java} that runs us. */
  public static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Runs a class of this module with our own class path. */
  public static List<String> command(List<String> flags, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
