package org.jiceng.registry.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run of all rules that was asked for.
 *
 * @param outcomes rule by rule, once it is done
 */
public record RunView(
    UUID id,
    State state,
    Instant startedAt,
    Instant finishedAt,
    List<QualityRun.Outcome> outcomes) {

  /** How far it is. */
  public enum State {
    /** Under way, or waiting for another run to end. */
    RUNNING,
    DONE,
    /** Something was wrong on our side; nothing was found or closed. */
    FAILED
  }

  static RunView started(UUID id, Instant at) {
    return new RunView(id, State.RUNNING, at, null, List.of());
  }

  RunView ended(State how, Instant at, List<QualityRun.Outcome> found) {
    return new RunView(id, how, startedAt, at, found);
  }

  boolean isRunning() {
    return state == State.RUNNING;
  }
}
