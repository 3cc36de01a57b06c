package org.jiceng.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL's own note of its process id. */
final class PostgresPid {
  private PostgresPid() {}

  /**
   * After a reboot the noted id may be another program's, and PostgreSQL would wait for that one
   * for ever. A note whose process is dead, or is a PostgreSQL, is left to PostgreSQL's judgement.
   */
  static void forgetForeign(Path cluster) throws IOException {
    Path note = cluster.resolve("postmaster.pid");
    if (!Files.exists(note)) {
      return;
    }
    List<String> lines = Files.readAllLines(note);
    boolean foreign =
        !lines.isEmpty()
            && ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .flatMap(process -> process.info().command())
                .map(command -> !command.endsWith("/postgres"))
                .orElse(false);
    if (foreign) {
      Files.delete(note);
    }
  }
}
