package org.jiceng.registry;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when on something is no more (today if left out), and why. */
public record Closing(
    @Size(max = 40) @Schema(examples = "MOVED_AWAY") String reasonCode,
    @Schema(examples = "2009-06-01") LocalDate effectiveOn) {}
