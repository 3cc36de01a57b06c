package org.jiceng.stack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiceng.stack.data.Reasons;
import org.jiceng.stack.data.StackFailure;

/** Starts processes of which each has a session of its own, so that Ctrl-C reaches only us. */
public final class Launcher {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private static final Pattern STACK_FRAME = Pattern.compile("^(at |\\.\\.\\. \\d+ more)");

  private Launcher() {}

  /** Starts a process that writes to a log; what the log held before is kept beside it. */
  public static Process start(List<String> command, Map<String, String> environment, Path log) {
    try {
      Files.createDirectories(Objects.requireNonNull(log.getParent()));
      rotate(log);
      ProcessBuilder builder = new ProcessBuilder(ownSession(command));
      builder.environment().putAll(environment);
      builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return builder.start();
    } catch (IOException e) {
      throw new StackFailure("Cannot start %s: %s.".formatted(command.get(0), Reasons.of(e)), e);
    }
  }

  private static List<String> ownSession(List<String> command) {
    if (!Files.isExecutable(SETSID)) {
      return command;
    }
    List<String> all = new ArrayList<>(List.of(SETSID.toString()));
    all.addAll(command);
    return all;
  }

  private static void rotate(Path log) throws IOException {
    if (Files.exists(log)) {
      Path previous = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last line of a log that says something; empty if there is none. */
  public static String lastWords(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !STACK_FRAME.matcher(line).find())
          .reduce("", (earlier, later) -> later);
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }
}
