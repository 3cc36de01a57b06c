package org.jiceng.member.transfer;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to move a member, by the member or by either office. */
public record NewTransfer(
    @NotNull UUID memberId,
    @NotNull UUID destinationId,
    @Schema(examples = "2009-03-01") LocalDate effectiveOn) {}
