package org.jiceng.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory a process holds. */
public final class Memory {
  private Memory() {}

  /** Resident mebibytes; empty where the system does not tell. */
  public static OptionalLong residentMebibytes(long pid) {
    return mebibytes(pid, "VmRSS:");
  }

  /**
   * The most resident mebibytes it held since the start, or since it was forgotten; empty where the
   * system does not tell.
   */
  public static OptionalLong peakMebibytes(long pid) {
    return mebibytes(pid, "VmHWM:");
  }

  /** Counts the peak anew from what it holds now (Linux, proc(5): clear_refs). */
  public static void forgetPeak(long pid) throws IOException {
    Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
  }

  private static OptionalLong mebibytes(long pid, String what) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(what))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
