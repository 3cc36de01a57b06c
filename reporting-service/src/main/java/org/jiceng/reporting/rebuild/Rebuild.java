package org.jiceng.reporting.rebuild;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One rebuild of the projection.
 *
 * @param events how many events were folded so far
 * @param differences by table, how many rows stand in one projection and not in the other
 */
public record Rebuild(
    UUID id,
    State state,
    long events,
    Map<String, Long> differences,
    String failure,
    Instant startedAt,
    Instant finishedAt) {

  /** Where a rebuild stands. */
  public enum State {
    RUNNING,
    /** The new projection was equal, and is the live one now. */
    COMPLETED,
    /** The new projection differed; the live one is as it was. */
    DIFFERENT,
    FAILED
  }
}
