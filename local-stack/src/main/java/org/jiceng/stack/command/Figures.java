package org.jiceng.stack.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jiceng.stack.StackAccess;
import org.jiceng.stack.sample.FiguresTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the table of figures again; the exit code is 1 if one differs. */
@Command(name = "figures", description = "Show every figure beside what is expected.")
final class Figures implements Callable<Integer> {
  @Mixin private DataOption data;

  @Option(names = "--as-of", paramLabel = "DATE", description = "the figures of another day")
  private LocalDate asOf;

  @Override
  public Integer call() {
    FiguresTable table = new FiguresTable(StackAccess.of(data.folder().path()));
    boolean right =
        FiguresTable.print(
            asOf == null ? table.ask() : table.ask(asOf), System.out, FrontDoor.watched());
    return right ? 0 : 1;
  }
}
