package org.jiceng.stack.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.ProcessMark;
import org.jiceng.stack.data.StackState;
import org.jiceng.stack.process.Orphans;
import org.jiceng.stack.process.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the stack, or what a killed one left behind. */
@Command(name = "down", description = "Stop everything; the data stays.")
final class Down implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Mixin private DataOption data;

  @Override
  public Integer call() {
    DataFolder folder = data.folder();
    Optional<ProcessHandle> supervisor =
        StackState.read(folder).map(StackState::supervisor).flatMap(ProcessMark::find);
    supervisor.ifPresent(process -> Signals.end(process, "TERM", PATIENCE));
    long orphans = Orphans.end(folder);
    System.out.println(
        supervisor.isPresent() || orphans > 0
            ? "Stopped."
            : "No stack runs on %s.".formatted(folder.path()));
    return 0;
  }
}
