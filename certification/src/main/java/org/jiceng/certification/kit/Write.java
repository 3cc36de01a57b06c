package org.jiceng.certification.kit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Writes the kit's files below a directory. */
@Command(
    name = "write",
    mixinStandardHelpOptions = true,
    description = "Writes the histories, questions and figures. 写出事件历史、问题和应有的数字。")
final class Write implements Callable<Integer> {
  @Parameters(paramLabel = "DIRECTORY", description = "Made where it is not there. 目标目录。")
  private Path directory;

  private final Kit kit;

  Write(Kit kit) {
    this.kit = kit;
  }

  @Override
  public Integer call() {
    kit.write(directory);
    return ExitCode.OK;
  }
}
