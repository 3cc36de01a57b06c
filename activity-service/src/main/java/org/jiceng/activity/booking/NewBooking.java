package org.jiceng.activity.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The wish for a space from a moment (inclusive) to another (exclusive), for an organisation.
 *
 * @param attendees how many persons are expected; null if nobody knows
 * @param hold whether it is only held for some minutes, to be confirmed by a person
 */
public record NewBooking(
    @NotNull UUID spaceId,
    @NotNull UUID organizationId,
    @NotNull @Schema(examples = "2027-01-08T01:00:00Z") Instant startsAt,
    @NotNull @Schema(examples = "2027-01-08T03:00:00Z") Instant endsAt,
    @Min(1) @Max(100_000) Integer attendees,
    Boolean hold) {
  Slot slot() {
    return Slot.kept(startsAt, endsAt);
  }

  boolean onlyHeld() {
    return Boolean.TRUE.equals(hold);
  }
}
