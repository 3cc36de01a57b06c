package org.jiceng.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What stands behind the script {@code ./jiceng}, on a data folder. */
final class JicengCommand {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final List<String> SHORT_LIFE =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private JicengCommand() {}

  static District.Output run(
      Path data, Map<String, String> environment, Duration atMost, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_LIFE);
    command.add("-jar");
    command.add(ROOT.resolve("local-stack/target/local-stack-0.1.0.jar").toString());
    command.add(arguments[0]);
    command.add("--data");
    command.add(data.toString());
    command.addAll(List.of(arguments).subList(1, arguments.length));
    try {
      Files.createDirectories(data.getParent());
      Path log = Files.createTempFile(data.getParent(), "jiceng-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(ROOT.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            String.join(" ", command) + " takes too long:\n" + Files.readString(log));
      }
      String text = Files.readString(log, StandardCharsets.UTF_8);
      Files.delete(log);
      return new District.Output(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
