package org.jiceng.stack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jiceng.stack.data.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the log of one process since its last start. */
@Command(name = "logs", description = "Print the log of a service since its last start.")
final class Logs implements Callable<Integer> {
  private static final String SUFFIX = ".log";

  @Mixin private DataOption data;

  @Parameters(
      paramLabel = "SERVICE",
      description = "registry, member, activity, reporting, kafka, postgres or stack")
  private String service;

  @Override
  public Integer call() throws IOException {
    Path log = data.folder().log(Children.named(service, names()));
    Files.copy(log, System.out);
    System.out.flush();
    return 0;
  }

  private List<String> names() throws IOException {
    Path folder = data.folder().resolve("logs");
    if (!Files.isDirectory(folder)) {
      throw new StackFailure("There are no logs in %s.".formatted(data.folder().path()));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }
}
