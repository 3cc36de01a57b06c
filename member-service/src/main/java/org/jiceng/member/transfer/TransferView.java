package org.jiceng.member.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.TransferDirection;

/**
 * A transfer as both offices see it: ids and dates, and the reason for who sees persons. Once
 * validUntil has passed, an approved one can no longer be received, even while it still reads
 * APPROVED; from releaseAskedOn on, another district is being asked from when on it may be.
 */
public record TransferView(
    UUID id,
    TransferDirection direction,
    UUID memberId,
    UUID sourceId,
    UUID destinationId,
    String elsewhere,
    String peer,
    TransferState state,
    LocalDate waitingSince,
    LocalDate actUntil,
    LocalDate requestedOn,
    String letterNumber,
    LocalDate approvedOn,
    LocalDate validUntil,
    LocalDate closedOn,
    LocalDate acknowledgedOn,
    LocalDate releaseAskedOn,
    String reasonCode,
    String reason,
    long version) {

  static TransferView of(Transfer transfer, String reason, String elsewhere) {
    Letter letter = transfer.letter;
    return new TransferView(
        transfer.id,
        transfer.direction,
        transfer.memberId,
        transfer.sourceId,
        transfer.destinationId,
        elsewhere,
        transfer.peer,
        transfer.state,
        transfer.waitingSince,
        transfer.actUntil,
        transfer.requestedOn,
        letter == null ? null : letter.number(),
        letter == null ? null : letter.issuedOn(),
        letter == null ? null : letter.validUntil(),
        transfer.closedOn,
        transfer.acknowledgedOn,
        transfer.releaseAskedOn,
        transfer.reasonCode,
        reason,
        transfer.version);
  }

  @Override
  public String toString() {
    return "transfer " + id;
  }
}
