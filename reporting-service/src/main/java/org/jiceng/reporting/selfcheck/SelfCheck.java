package org.jiceng.reporting.selfcheck;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jiceng.reporting.replay.TableComparison.Digests;

/**
 * One pass of the self-check.
 *
 * @param events how many events were folded so far
 * @param positions by topic and partition, the offset up to which (exclusive) both were folded when
 *     they were compared
 * @param digests by table, its digest in the pass's own projection and in the live one
 * @param differences by table, how many rows stand in one of them and not in the other
 */
public record SelfCheck(
    UUID id,
    State state,
    long events,
    Map<String, Long> positions,
    Map<String, Digests> digests,
    Map<String, Long> differences,
    String failure,
    Instant startedAt,
    Instant finishedAt) {

  /** Where a pass stands. */
  public enum State {
    RUNNING,
    /** Both are the same, row by row. */
    EQUAL,
    DIFFERENT,
    /** Another version, or a repaired live projection, made it pointless; a new pass follows. */
    ABANDONED,
    FAILED
  }
}
