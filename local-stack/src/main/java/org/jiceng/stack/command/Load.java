package org.jiceng.stack.command;

import java.util.concurrent.Callable;
import org.jiceng.stack.StackAccess;
import org.jiceng.stack.sample.FiguresTable;
import org.jiceng.stack.sample.SampleLoader;
import org.jiceng.stack.sample.Scale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Loads the sample district into a deployment that others started and shows the figures; the exit
 * code is 1 if one differs.
 */
@Command(
    name = "load",
    description = "Load the sample district into an empty deployment elsewhere, show the figures.")
final class Load implements Callable<Integer> {
  @Mixin private Deployment deployment;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      defaultValue = "survey",
      description = "small, survey (default), x10 or x100")
  private Scale scale;

  @Override
  public Integer call() {
    StackAccess access = deployment.access(scale);
    SampleLoader.Load load = new SampleLoader(access, System.out, FrontDoor.watched()).load();
    System.out.println(load);
    return FiguresTable.print(new FiguresTable(access).ask(), System.out, FrontDoor.watched())
        ? 0
        : 1;
  }
}
