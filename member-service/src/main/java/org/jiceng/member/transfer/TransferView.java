package org.jiceng.member.transfer;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A transfer as both offices see it: ids and dates, and the reason for who sees persons. Once
 * validUntil has passed, an approved one can no longer be received, even while it still reads
 * APPROVED.
 */
public record TransferView(
    UUID id,
    UUID memberId,
    UUID sourceId,
    UUID destinationId,
    TransferState state,
    LocalDate requestedOn,
    String letterNumber,
    LocalDate approvedOn,
    LocalDate validUntil,
    LocalDate closedOn,
    String reasonCode,
    String reason,
    long version) {

  static TransferView of(Transfer transfer, String reason) {
    Letter letter = transfer.letter;
    return new TransferView(
        transfer.id,
        transfer.memberId,
        transfer.sourceId,
        transfer.destinationId,
        transfer.state,
        transfer.requestedOn,
        letter == null ? null : letter.number(),
        letter == null ? null : letter.issuedOn(),
        letter == null ? null : letter.validUntil(),
        transfer.closedOn,
        transfer.reasonCode,
        reason,
        transfer.version);
  }

  @Override
  public String toString() {
    return "transfer " + id;
  }
}
