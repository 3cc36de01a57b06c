package org.jiceng.stack.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as it can be found again: its id alone is not enough, since ids are given anew.
 *
 * @param startedAt when the process started
 */
public record ProcessMark(long pid, Instant startedAt) {
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);

  public static ProcessMark of(ProcessHandle process) {
    return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.now()));
  }

  /** The process itself, if it still lives. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
  }

  private boolean startedThen(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(at -> Duration.between(at, startedAt).abs().compareTo(CLOCK_SLACK) < 0)
        .orElse(false);
  }
}
