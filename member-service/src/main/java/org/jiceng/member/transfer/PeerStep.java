package org.jiceng.member.transfer;

import java.util.UUID;
import org.jiceng.events.TransferDirection;

/**
 * Told within the transaction in which an office here took a step that another district has to hear
 * of.
 *
 * @param state where the transfer stands now
 * @param releaseAsked whether the office wants to receive, which the other district has to allow
 * @param issue the letter that it is about
 */
public record PeerStep(
    UUID transferId,
    TransferDirection direction,
    String peer,
    TransferState state,
    boolean releaseAsked,
    int issue,
    String reasonCode) {

  static PeerStep of(Transfer transfer) {
    return new PeerStep(
        transfer.id,
        transfer.direction,
        transfer.peer,
        transfer.state,
        transfer.releaseAskedOn != null,
        transfer.issue,
        transfer.reasonCode);
  }
}
