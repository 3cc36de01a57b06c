package org.jiceng.member.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.TransferDirection;

/**
 * A transfer as its member sees it on a phone: small, and with what happens next in words.
 *
 * @param from what is left, by its name
 * @param to what it leads to, by its name
 * @param dueOn by when whoever has to act should have; null where none has to
 * @param letterValidUntil the last day on which the letter may be received
 */
public record OwnTransferView(
    UUID id,
    TransferDirection direction,
    TransferState state,
    @Schema(description = "Whose turn it is and what is to be done, in the language asked for")
        String next,
    String from,
    String to,
    LocalDate requestedOn,
    LocalDate dueOn,
    String letterNumber,
    LocalDate letterValidUntil,
    String reasonCode,
    @Schema(description = "Whether the member may still withdraw it") boolean withdrawable,
    long version) {
  @Override
  public String toString() {
    return "own transfer " + id;
  }
}
