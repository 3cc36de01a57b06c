package org.jiceng.member.mobile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MobileEvent;

/**
 * One person's open absence and open hosting, as far as there are any, and what becomes of the two
 * when the membership changes: nobody is hosted where they are affiliated.
 *
 * @param absence null where nobody has said that the member is away
 * @param hosting null where nobody hosts the person
 */
record MobileMember(Absence absence, MobileRegistration hosting) {
  private static final String TRANSFERRED = "TRANSFERRED";
  private static final String OVER = "MEMBERSHIP_ENDED";

  /** An event and the day from which it holds. */
  record Told(MobileEvent event, LocalDate on) {}

  /** The two are about one person, and both offices know it from now on; empty: nothing new. */
  Optional<Told> match() {
    if (absence == null
        || hosting == null
        || absence.state != AbsenceState.CONFIRMED
        || absence.isMatched()
        || hosting.hostId.equals(absence.homeId)) {
      return Optional.empty();
    }
    MobileEvent matched = absence.match(hosting);
    hosting.match(absence);
    return Optional.of(new Told(matched, hosting.matchedOn));
  }

  /** The host holds the person no longer. */
  void unmatch() {
    if (absence != null && absence.isMatched()) {
      absence.unmatch();
    }
  }

  /** The member is affiliated to that organisation from that day on. */
  List<Told> affiliated(UUID memberId, UUID organizationId, LocalDate on) {
    List<Told> told = new ArrayList<>(endAbsence(TRANSFERRED, on));
    if (hosting != null && hosting.hostId.equals(organizationId)) {
      told.addAll(endHosting(TRANSFERRED, on));
    } else if (hosting != null) {
      hosting.rehome(memberId, organizationId);
    }
    return told;
  }

  /** The person is no member any more from that day on. */
  List<Told> over(LocalDate on) {
    List<Told> told = new ArrayList<>(endAbsence(OVER, on));
    told.addAll(endHosting(OVER, on));
    return told;
  }

  /** What there is to do about a member who is affiliated there since that day. */
  List<Told> settled(UUID organizationId, LocalDate since) {
    return hosting != null && hosting.hostId.equals(organizationId)
        ? endHosting(TRANSFERRED, since)
        : match().stream().toList();
  }

  private List<Told> endAbsence(String reason, LocalDate on) {
    return absence == null
        ? List.of()
        : absence.overtake(reason, on).map(event -> new Told(event, absence.endedOn)).stream()
            .toList();
  }

  private List<Told> endHosting(String reason, LocalDate on) {
    if (hosting == null) {
      return List.of();
    }
    MobileEvent ended = hosting.overtake(reason, on);
    return List.of(new Told(ended, hosting.endedOn));
  }
}
