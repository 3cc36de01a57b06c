package org.jiceng.stack.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.StackFailure;
import org.jiceng.stack.data.StackState;
import org.jiceng.stack.process.Orphans;
import org.jiceng.stack.sample.Scale;
import org.jiceng.stack.service.Module;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the stack, loads the sample district once and shows the figures. */
@Command(
    name = "up",
    description = "Start everything, load the sample district once, show the figures.")
final class Up implements Callable<Integer> {
  @Mixin private DataOption data;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description = "small, survey (default), x10 or x100")
  private Scale scale;

  @Option(names = "--fresh", description = "remove the stack's data first")
  private boolean fresh;

  @Option(names = "--detach", description = "return when all is ready; it runs on")
  private boolean detach;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      description = "add N to every port (default: the next free block of 100)")
  private Integer portOffset;

  @Option(
      names = "--only",
      paramLabel = "SERVICE",
      split = ",",
      description = "start these services alone: registry, member, activity, reporting")
  private List<Module> services = List.of();

  @Option(names = "--empty", description = "do not load the sample district")
  private boolean empty;

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataFolder folder = data.folder();
    Optional<StackState> running = StackState.running(folder);
    if (running.isPresent()) {
      return alreadyRuns(folder, running.get());
    }
    if (fresh) {
      Orphans.end(folder);
      folder.wipe();
    }
    Scale wanted = scale == null ? folder.scale().orElse(Scale.SURVEY) : scale;
    folder.claim(wanted);
    Wish wish = new Wish(wanted, portOffset, services, empty);
    return detach
        ? new Background(folder).start(wish)
        : new Foreground(folder, data.again()).run(wish);
  }

  private int alreadyRuns(DataFolder folder, StackState state) {
    if (fresh) {
      throw new StackFailure(
          "A stack runs on %s; stop it first with %s down%s."
              .formatted(folder.path(), FrontDoor.name(), data.again()));
    }
    System.out.printf(
        "A stack of the scale %s runs already on %s.%n", state.scale(), folder.path());
    new Welcome(System.out, data.again()).print(state.ports());
    return 0;
  }
}
