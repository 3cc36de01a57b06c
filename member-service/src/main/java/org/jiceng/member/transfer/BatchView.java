package org.jiceng.member.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How far a batch has come.
 *
 * @param counts how many of its transfers stand in each state
 * @param skipped who was asked for and not taken along; null for who acts for the destination only
 */
public record BatchView(
    UUID id,
    UUID sourceId,
    UUID destinationId,
    LocalDate requestedOn,
    String reason,
    Map<TransferState, Long> counts,
    List<Batch.Skipped> skipped) {

  /** What one command did: to how many it applied, and how far the batch has come by it. */
  public record Step(int advanced, BatchView batch) {}

  @Override
  public String toString() {
    return "batch " + id;
  }
}
