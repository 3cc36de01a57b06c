package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Told within the transaction in which a member comes to be affiliated to an organisation, by
 * admission, arrival or transfer, to whoever thought the person was elsewhere.
 */
public record MemberAffiliated(UUID memberId, UUID organizationId, LocalDate on) {

  /** What there is to tell of a member who is where the record says. */
  public static MemberAffiliated of(Member member) {
    return new MemberAffiliated(member.id, member.organizationId, member.affiliatedOn);
  }
}
