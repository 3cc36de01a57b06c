package org.jiceng.kit.rotation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rotation and how far it has come; moments are UTC. */
@Schema(description = "Everything sealed comes under the keys that were current when it began")
public record KeyRotation(
    UUID id,
    State state,
    String cipherKey,
    String indexKey,
    Instant startedAt,
    Instant finishedAt,
    List<Step> steps) {

  /** Whether it goes on. */
  public enum State {
    RUNNING,
    COMPLETED,
    /** Another was begun under keys that are newer still. */
    SUPERSEDED
  }

  /** One table, or one column of references. */
  public record Step(
      @Schema(examples = "member") String table,
      @Schema(examples = "1200") long rowsChanged,
      @Schema(description = "Rows that cannot be opened by any key that is configured")
          long rowsFailed,
      boolean finished) {}
}
