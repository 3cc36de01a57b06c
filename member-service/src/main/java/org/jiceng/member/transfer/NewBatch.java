package org.jiceng.member.transfer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to move many members of one organisation together. */
public record NewBatch(
    @NotNull UUID sourceId,
    @NotNull UUID destinationId,
    @Size(min = 1, max = MOST)
        @Schema(description = "All present members of the source where it is not given")
        List<@NotNull UUID> memberIds,
    @Size(max = 200) @Schema(examples = "毕业", description = "Seen by both offices") String reason,
    @Schema(description = "What to do about those who cannot be taken along; SKIP if not given")
        Mode mode,
    @Schema(examples = "2009-06-30") LocalDate effectiveOn) {
  /** How many members a batch takes along at most. */
  static final int MOST = 5_000;

  /** What to do about members who cannot be taken along. */
  public enum Mode {
    /** The others go, and those are listed. */
    SKIP,
    /** Nobody goes. */
    ALL_OR_NOTHING
  }

  @Override
  public String toString() {
    return "a new batch";
  }
}
