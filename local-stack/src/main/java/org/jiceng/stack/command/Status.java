package org.jiceng.stack.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.ProcessMark;
import org.jiceng.stack.data.StackState;
import org.jiceng.stack.process.Memory;
import org.jiceng.stack.service.Module;
import org.jiceng.stack.service.ServiceServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What runs; the exit code is 0 only if all of it works. */
@Command(name = "status", description = "Show what runs.")
final class Status implements Callable<Integer> {
  private static final String ROW = "%-22s %8s %8s  %s%n";

  @Mixin private DataOption data;

  @Override
  public Integer call() {
    DataFolder folder = data.folder();
    Optional<StackState> state = StackState.running(folder);
    if (state.isEmpty()) {
      System.out.printf("No stack runs on %s.%n", folder.path());
      return 1;
    }
    return print(state.get()) ? 0 : 1;
  }

  private static boolean print(StackState state) {
    System.out.printf("Scale %s, phase %s%n", state.scale(), state.phase());
    System.out.printf(ROW, "process", "pid", "MB", "");
    row("stack", state.supervisor(), "works");
    boolean all = true;
    for (var child : state.children().entrySet()) {
      boolean works = works(child.getKey(), child.getValue(), state);
      row(child.getKey(), child.getValue(), works ? "works" : "does not answer");
      all &= works;
    }
    return all;
  }

  private static void row(String name, ProcessMark mark, String word) {
    System.out.printf(ROW, name, mark.pid(), megabytes(mark.pid()), word);
  }

  private static boolean works(String name, ProcessMark mark, StackState state) {
    return mark.find().isPresent()
        && Arrays.stream(Module.values())
            .filter(module -> module.folder().equals(name))
            .allMatch(module -> ServiceServer.ready(module, state.ports()));
  }

  private static String megabytes(long pid) {
    OptionalLong resident = Memory.residentMebibytes(pid);
    return resident.isPresent() ? Long.toString(resident.getAsLong()) : "–";
  }
}
