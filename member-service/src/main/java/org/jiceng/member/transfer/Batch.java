package org.jiceng.member.transfer;

import java.time.LocalDate;
import java.util.UUID;

/** Many members of one organisation who move to another together, each by a transfer of theirs. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only stored
record Batch(UUID id, UUID sourceId, UUID destinationId, LocalDate requestedOn, byte[] reason) {

  /** Someone who was asked for and could not be taken along. */
  public record Skipped(UUID memberId, SkipReason code) {}

  /** Why someone could not be taken along. */
  public enum SkipReason {
    /** No present member of the source: elsewhere, ended, or nobody at all. */
    NOT_AT_SOURCE,
    /** The member has another open transfer. */
    TRANSFER_OPEN,
    /** The rights of the member rest. */
    SUSPENDED,
    /** The member came to the source after the day of the request. */
    AFFILIATED_LATER;

    /** Whom nothing hindered when looked at was put into another transfer just then. */
    static SkipReason orInTransfer(SkipReason known) {
      return known == null ? TRANSFER_OPEN : known;
    }
  }

  /** A member of the source, as a batch looks at one. */
  record Candidate(UUID memberId, LocalDate affiliatedOn, boolean inTransfer, boolean suspended) {
    /** Why the member cannot be taken along on that day; null who can. */
    SkipReason obstacle(LocalDate on) {
      if (inTransfer) {
        return SkipReason.TRANSFER_OPEN;
      }
      if (suspended) {
        return SkipReason.SUSPENDED;
      }
      return affiliatedOn.isAfter(on) ? SkipReason.AFFILIATED_LATER : null;
    }
  }
}
