package org.jiceng.member.mobile;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.member.person.Persons.Seen;

/** An absence as the caller may see it, on a day. */
public record AbsenceView(
    UUID id,
    UUID memberId,
    String name,
    String phone,
    UUID homeId,
    UUID hostId,
    UUID registrationId,
    AbsenceState state,
    LocalDate since,
    String reasonCode,
    String whereabouts,
    LocalDate reportedOn,
    @Schema(description = "The last contact") LocalDate contactedOn,
    @Schema(description = "The last day for the next contact") LocalDate contactDue,
    @Schema(description = "Away for so long that it counts as mobile") boolean mobile,
    @Schema(description = "The contact is overdue") boolean overdue,
    @Schema(description = "Away and hosted for so long that a transfer is proposed")
        boolean transferDue,
    LocalDate endedOn,
    String endReason,
    @Schema(description = "It is not known any more who the member was") boolean erased,
    long version) {

  static AbsenceView of(AbsenceOnDay seen, Seen person, String whereabouts) {
    Absence absence = seen.absence();
    return new AbsenceView(
        absence.id,
        absence.memberId,
        person.name(),
        person.phone(),
        absence.homeId,
        absence.hostId,
        absence.registrationId,
        absence.state,
        absence.since,
        absence.reasonCode,
        whereabouts,
        absence.reportedOn,
        absence.contactedOn,
        seen.contactDue(),
        seen.isMobile(),
        seen.isOverdue(),
        seen.isTransferDue(),
        absence.endedOn,
        absence.endReason,
        seen.person().isErased(),
        absence.version);
  }

  @Override
  public String toString() {
    return "absence " + id;
  }
}
