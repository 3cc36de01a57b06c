package org.jiceng.stack.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.ProcessMark;
import org.jiceng.stack.data.StackState;

/** Ends the processes that a killed supervisor left behind. */
public final class Orphans {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Orphans() {}

  /** How many were found and ended. */
  public static long end(DataFolder data) {
    List<Map.Entry<String, ProcessMark>> children = new ArrayList<>();
    StackState.read(data).ifPresent(state -> children.addAll(state.children().entrySet()));
    // last started, first stopped: the servers that others need go last
    Collections.reverse(children);
    return children.stream().filter(child -> end(child.getKey(), child.getValue())).count();
  }

  private static boolean end(String name, ProcessMark mark) {
    Optional<ProcessHandle> process = mark.find();
    // PostgreSQL takes TERM for "when all clients have gone", INT for "now, and cleanly"
    process.ifPresent(p -> Signals.end(p, name.equals("postgres") ? "INT" : "TERM", PATIENCE));
    return process.isPresent();
  }
}
