package org.jiceng.activity.booking;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One of several times that were wished for together, and what became of it; moments in UTC.
 *
 * @param bookingId its booking; null if it was not had
 * @param reason why it was not had, by the code of the problem that a single booking would answer
 */
public record Occurrence(
    Instant startsAt,
    Instant endsAt,
    @Schema(nullable = true) UUID bookingId,
    @Schema(nullable = true, examples = "space-taken") String reason) {
  static Occurrence had(Slot slot, UUID bookingId) {
    return new Occurrence(slot.startsAt(), slot.endsAt(), bookingId, null);
  }

  static Occurrence missed(Slot slot, String reason) {
    return new Occurrence(slot.startsAt(), slot.endsAt(), null, reason);
  }

  /** Whether it was had, or could be had. */
  public boolean isHad() {
    return reason == null;
  }
}
