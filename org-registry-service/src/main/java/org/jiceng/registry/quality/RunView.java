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
    /** Another run goes first; this one will see all that is committed until it begins. */
    WAITING,
    RUNNING,
    DONE,
    /** Something was wrong on our side; nothing was found or closed. */
    FAILED
  }

  static RunView asked(UUID id, Instant at) {
    return new RunView(id, State.WAITING, at, null, List.of());
  }

  RunView ended(State how, Instant at, List<QualityRun.Outcome> found) {
    return new RunView(id, how, startedAt, at, found);
  }

  RunView begun() {
    return new RunView(id, State.RUNNING, startedAt, null, List.of());
  }

  boolean isWaiting() {
    return state == State.WAITING;
  }
}
