package org.jiceng.member.mobile;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An absence as the member who is away sees it on a phone. */
public record OwnAbsenceView(
    UUID id,
    AbsenceState state,
    LocalDate since,
    String reasonCode,
    String whereabouts,
    @Schema(description = "The organisation that hosts, or is asked to") String host,
    @Schema(description = "Whether it does") boolean hosted,
    @Schema(description = "By when the home wants to have been in touch") LocalDate contactDue,
    @Schema(description = "A transfer to the host is proposed") boolean transferDue,
    LocalDate endedOn,
    String endReason,
    long version) {

  static OwnAbsenceView of(AbsenceView seen, String host) {
    return new OwnAbsenceView(
        seen.id(),
        seen.state(),
        seen.since(),
        seen.reasonCode(),
        seen.whereabouts(),
        host,
        seen.registrationId() != null,
        seen.endedOn() == null ? seen.contactDue() : null,
        seen.transferDue(),
        seen.endedOn(),
        seen.endReason(),
        seen.version());
  }

  @Override
  public String toString() {
    return "own absence " + id;
  }
}
