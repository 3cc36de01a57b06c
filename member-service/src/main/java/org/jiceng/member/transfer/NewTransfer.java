package org.jiceng.member.transfer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to move a member, by the member or by either office. */
public record NewTransfer(
    @NotNull UUID memberId,
    @NotNull UUID destinationId,
    @Size(max = 200) @Schema(examples = "搬家", description = "Seen by both offices") String reason,
    @Schema(examples = "2009-03-01") LocalDate effectiveOn) {
  @Override
  public String toString() {
    return "a new transfer";
  }
}
