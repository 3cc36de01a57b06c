package org.jiceng.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code clients/shell/monthly-report.sh}, run in a folder of its own. */
final class MonthlyReportScript {
  private static final Path SCRIPT =
      Path.of("..", "clients", "shell", "monthly-report.sh").toAbsolutePath().normalize();

  final Path folder;

  MonthlyReportScript() throws IOException {
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "monthly-report-");
  }

  District.Output run(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    ProcessBuilder script = new ProcessBuilder("sh", SCRIPT.toString());
    script.command().addAll(List.of(arguments));
    script.environment().putAll(settings);
    Process process =
        script
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new District.Output(process.waitFor(), Files.readString(log, StandardCharsets.UTF_8));
  }
}
