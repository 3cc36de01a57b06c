package org.jiceng.stack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process holds. */
final class Memory {
  private Memory() {}

  /** Resident megabytes, or a dash where the system does not tell. */
  static String residentMegabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .map(Object::toString)
          .findFirst()
          .orElse("–");
    } catch (IOException e) {
      return "–";
    }
  }
}
