package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.member.person.SealedPerson;

/** Members for tests of other features. */
public final class MemberSample {
  private MemberSample() {}

  public static Member at(UUID organization, LocalDate since) {
    return new Member(
        UUID.randomUUID(),
        new SealedPerson(new byte[0], new byte[0], new byte[0], null),
        new Profile("1", "01", "21", 1980),
        MembershipStatus.FULL,
        since,
        null,
        organization,
        since);
  }

  public static MembershipEnded end(Member member, MembershipEnd reason, LocalDate on) {
    return member.end(reason, on);
  }
}
