package org.jiceng.member.mobile;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.events.MemberEvent.MobileMemberHosted;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.person.SealedPerson;

/**
 * One person, affiliated elsewhere, whom one organisation hosts from a day on. Home and membership
 * are known where the home is in this district; the host learns them when the home knows of it.
 */
final class MobileRegistration {
  final UUID id;
  final SealedPerson person;
  final byte[] homeDescription;
  final UUID hostId;
  UUID memberId;
  UUID homeId;
  final LocalDate hostedOn;

  /** Since when the home knows of it; null: it does not. */
  LocalDate matchedOn;

  LocalDate endedOn;
  String reasonCode;
  long version;

  MobileRegistration(
      UUID id,
      SealedPerson person,
      byte[] homeDescription,
      UUID hostId,
      UUID memberId,
      UUID homeId,
      LocalDate hostedOn) {
    this.id = id;
    this.person = person;
    this.homeDescription = homeDescription;
    this.hostId = hostId;
    this.memberId = memberId;
    this.homeId = homeId;
    this.hostedOn = hostedOn;
  }

  /** What hosting tells; nobody is hosted where they are affiliated. */
  MobileMemberHosted hosted() {
    if (hostId.equals(homeId)) {
      throw new Problem(MobileProblems.HOSTED_AT_HOME).at("hostId");
    }
    return new MobileMemberHosted(id, hostId, homeId, memberId);
  }

  /** The host no longer holds the person from that day on. */
  MobileHostingEnded end(String reason, LocalDate on) {
    if (endedOn != null) {
      throw new Problem(MobileProblems.ENDED, endedOn);
    }
    if (on.isBefore(hostedOn)) {
      throw Problem.violation("effectiveOn", "before-last-change", hostedOn);
    }
    endedOn = on;
    reasonCode = reason;
    version++;
    return new MobileHostingEnded(id, hostId, reason);
  }

  /** Something else has ended it, at the earliest on the day on which it began. */
  MobileHostingEnded overtake(String reason, LocalDate on) {
    return end(reason, on.isBefore(hostedOn) ? hostedOn : on);
  }

  /** The home, which has reported the same person away, knows of it. */
  void match(Absence absence) {
    memberId = absence.memberId;
    homeId = absence.homeId;
    matchedOn = absence.since.isAfter(hostedOn) ? absence.since : hostedOn;
    version++;
  }

  /** The person is affiliated to another organisation, which has not said that they are away. */
  void rehome(UUID member, UUID home) {
    memberId = member;
    homeId = home;
    matchedOn = null;
    version++;
  }

  boolean isMatched() {
    return matchedOn != null;
  }
}
