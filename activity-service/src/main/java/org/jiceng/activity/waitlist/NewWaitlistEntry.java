package org.jiceng.activity.waitlist;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish to have a time of a space as soon as it becomes free; moments in UTC. */
public record NewWaitlistEntry(
    @NotNull UUID spaceId,
    @NotNull UUID organizationId,
    @NotNull @Schema(examples = "2027-01-08T01:00:00Z") Instant startsAt,
    @NotNull @Schema(examples = "2027-01-08T03:00:00Z") Instant endsAt,
    @Min(1) @Max(100_000) Integer attendees) {}
