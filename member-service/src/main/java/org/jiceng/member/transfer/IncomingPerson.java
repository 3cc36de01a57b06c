package org.jiceng.member.transfer;

import java.time.LocalDate;
import org.jiceng.events.MembershipStatus;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.Profile;
import org.jiceng.member.person.SealedPerson;

/** Who is on the way in from another district, as the letter says. */
record IncomingPerson(
    SealedPerson person, Profile profile, MembershipStatus status, LocalDate joinedOn) {

  /** The member that the person will be here from a day on. */
  Member member(Transfer transfer, LocalDate on) {
    return Member.arriving(
        transfer.memberId, person, profile, status, joinedOn, transfer.destinationId, on);
  }
}
