package org.jiceng.activity.booking;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The request for a space from a moment (inclusive) to another (exclusive), for an organisation.
 */
public record NewBooking(
    @NotNull UUID spaceId,
    @NotNull UUID organizationId,
    @NotNull @Schema(examples = "2027-01-08T01:00:00Z") Instant startsAt,
    @NotNull @Schema(examples = "2027-01-08T03:00:00Z") Instant endsAt) {}
