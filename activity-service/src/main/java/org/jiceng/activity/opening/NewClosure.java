package org.jiceng.activity.opening;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.ClosureResolution;
import org.jiceng.kit.codes.ReasonCode;

/**
 * The request to close a space, or the whole site, from a moment (inclusive, now if none is named)
 * to another (exclusive), and what is to become of the bookings in it.
 */
public record NewClosure(
    @Schema(description = "The whole site if none is named") UUID spaceId,
    @Schema(examples = "2027-01-08T01:00:00Z") Instant startsAt,
    @NotNull @Schema(examples = "2027-01-15T01:00:00Z") Instant endsAt,
    @NotNull ClosureResolution resolution,
    @ReasonCode @Schema(examples = "WATER_DAMAGE") String reasonCode) {}
