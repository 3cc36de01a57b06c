package org.jiceng.stack.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.StackFailure;
import org.jiceng.stack.data.StackState;
import org.jiceng.stack.process.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends one process; the supervisor starts it again. */
@Command(name = "restart", description = "End one process; the stack starts it again by itself.")
final class Restart implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Mixin private DataOption data;

  @Option(names = "--kill", description = "as if it had crashed (kill -9)")
  private boolean kill;

  @Parameters(
      paramLabel = "SERVICE",
      description = "registry, member, activity, reporting, kafka or postgres")
  private String service;

  @Override
  public Integer call() {
    DataFolder folder = data.folder();
    StackState state =
        StackState.running(folder)
            .orElseThrow(() -> new StackFailure("No stack runs on %s.".formatted(folder.path())));
    String name = Children.named(service, state.children().keySet());
    state.children().get(name).find().ifPresent(process -> end(name, process));
    return 0;
  }

  private void end(String name, ProcessHandle process) {
    String gentle = name.equals("postgres") ? "INT" : "TERM";
    Signals.end(process, kill ? "KILL" : gentle, PATIENCE);
    System.out.printf("%s has ended and is started again.%n", name);
  }
}
