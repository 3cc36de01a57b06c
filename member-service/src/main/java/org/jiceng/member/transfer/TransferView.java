package org.jiceng.member.transfer;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A transfer as both offices see it: ids and dates, nothing personal. Once validUntil has passed,
 * an approved one can no longer be received, even while it still reads APPROVED.
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
    long version) {

  static TransferView of(Transfer transfer) {
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
        transfer.version);
  }
}
