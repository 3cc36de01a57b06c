package org.jiceng.stack.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiceng.stack.data.Checkout;
import org.jiceng.stack.process.Java;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Measures; see the module {@code bench}. */
@Command(name = "bench", description = "Measure, beside references taken in the same run.")
final class Bench implements Callable<Integer> {
  @Mixin private DataOption data;

  @Parameters(arity = "0..*", paramLabel = "ROW", description = "which rows (default: all)")
  private List<String> rows = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path classes = Checkout.built("bench", "classes");
    // Ourselves first: where the checkout is, is found from where we were loaded
    String classPath =
        String.join(
            File.pathSeparator,
            System.getProperty("java.class.path"),
            classes.toString(),
            classes.resolveSibling("lib") + File.separator + "*");
    List<String> command =
        new ArrayList<>(
            List.of(
                Java.program(),
                "-Djiceng.data=" + data.folder().path(),
                "-cp",
                classPath,
                "org.jiceng.bench.Main"));
    command.addAll(rows);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
