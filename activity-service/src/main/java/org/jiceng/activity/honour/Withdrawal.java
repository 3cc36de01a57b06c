package org.jiceng.activity.honour;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.codes.ReasonCode;

/** From when on an honour is no more, and why. */
public record Withdrawal(
    @ReasonCode @Schema(examples = "NOT_KEPT_UP") String reasonCode, LocalDate effectiveOn) {}
