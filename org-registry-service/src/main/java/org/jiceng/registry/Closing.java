package org.jiceng.registry;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.codes.ReasonCode;

/** From when on something is no more (today if left out), and why. */
public record Closing(
    @ReasonCode @Schema(examples = "MOVED_AWAY") String reasonCode,
    @Schema(examples = "2009-06-01") LocalDate effectiveOn) {}
