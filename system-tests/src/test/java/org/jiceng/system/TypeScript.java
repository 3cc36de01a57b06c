package org.jiceng.system;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Compiles and runs a script of {@code clients/typescript}, which uses the generated client. */
final class TypeScript {
  private static final Path CLIENTS = Path.of("..", "clients").toAbsolutePath().normalize();
  private static final Path WORK = Path.of("target", "typescript").toAbsolutePath();
  private static final Duration AT_MOST = Duration.ofMinutes(2);

  private TypeScript() {}

  static boolean isInstalled() {
    return Stream.of("node", "npm").allMatch(TypeScript::isOnPath);
  }

  /** Compiles all scripts, strictly. */
  static void compile() throws Exception {
    Files.createDirectories(WORK);
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(CLIENTS.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    require(
        command("npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"));
    require(
        command(
            "node",
            "node_modules/typescript/bin/tsc",
            "--project",
            CLIENTS.resolve("typescript").toString(),
            "--outDir",
            "javascript"));
  }

  /** What a compiled script says in an environment. */
  static District.Output run(String script, Map<String, String> environment, String... arguments)
      throws Exception {
    ProcessBuilder visit = command("node", "javascript/typescript/" + script + ".js");
    visit.command().addAll(List.of(arguments));
    visit.environment().putAll(environment);
    return output(visit);
  }

  static boolean isOnPath(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  private static ProcessBuilder command(String... command) {
    return new ProcessBuilder(command).directory(WORK.toFile()).redirectErrorStream(true);
  }

  private static void require(ProcessBuilder command) throws Exception {
    District.Output output = output(command);
    if (output.exit() != 0) {
      throw new IllegalStateException(String.join(" ", command.command()) + "\n" + output.text());
    }
  }

  private static District.Output output(ProcessBuilder command)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(WORK, "run-", ".log");
    Process process = command.redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    String text = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    return ended
        ? new District.Output(process.exitValue(), text)
        : new District.Output(-1, "takes too long\n" + text);
  }
}
