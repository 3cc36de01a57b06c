package org.jiceng.member.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.TransferDirection;

/**
 * A transfer as both offices see it: ids and dates, and for who sees persons the name and the
 * reason. Once actUntil has passed, nobody can act on it any more, even while it still reads as
 * before; from releaseAskedOn on, another district is being asked from when on it may be.
 *
 * @param name the member's, as the caller may see it; null for the destination until the source has
 *     approved, and where it is known no longer
 * @param sourceId null for the destination until the source has approved
 * @param turn the office that has to act; null where it lies outside the district or none has to
 * @param dueOn by when it should have acted
 * @param actUntil the last day on which it can
 * @param remindedOn when it was reminded
 * @param escalated whether the office above it is concerned
 */
public record TransferView(
    UUID id,
    TransferDirection direction,
    UUID memberId,
    String name,
    UUID sourceId,
    UUID destinationId,
    String elsewhere,
    String peer,
    TransferState state,
    LocalDate waitingSince,
    UUID turn,
    LocalDate dueOn,
    LocalDate actUntil,
    LocalDate remindedOn,
    boolean escalated,
    LocalDate requestedOn,
    String letterNumber,
    LocalDate approvedOn,
    LocalDate validUntil,
    LocalDate closedOn,
    LocalDate acknowledgedOn,
    LocalDate releaseAskedOn,
    String reasonCode,
    String reason,
    UUID batchId,
    long version) {

  static TransferView of(
      Transfer transfer,
      boolean discreet,
      String name,
      String reason,
      String elsewhere,
      LocalDate today) {
    Letter letter = transfer.letter;
    Deadlines deadlines = transfer.deadlines;
    return new TransferView(
        transfer.id,
        transfer.direction,
        transfer.memberId,
        name,
        discreet ? null : transfer.sourceId,
        transfer.destinationId,
        elsewhere,
        transfer.peer,
        transfer.state,
        transfer.waitingSince,
        discreet ? null : transfer.turn(),
        deadlines.dueOn(),
        transfer.actUntil,
        deadlines.remindedOn(),
        deadlines.isEscalated(today),
        transfer.requestedOn,
        letter == null ? null : letter.number(),
        letter == null ? null : letter.issuedOn(),
        letter == null ? null : letter.validUntil(),
        transfer.closedOn,
        transfer.acknowledgedOn,
        transfer.releaseAskedOn,
        transfer.reasonCode,
        reason,
        transfer.batchId,
        transfer.version);
  }

  @Override
  public String toString() {
    return "transfer " + id;
  }
}
