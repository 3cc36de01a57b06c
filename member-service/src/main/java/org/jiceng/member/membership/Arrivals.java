package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.member.person.SealedPerson;

/** Members who come from other districts, by the same rules as admissions. */
@ApplicationScoped
public class Arrivals {
  private final Members members;
  private final OneMembership one;

  Arrivals(Members members, OneMembership one) {
    this.members = members;
    this.one = one;
  }

  /** Refuses who is a present member already (409). */
  public void requireNoMember(SealedPerson person) {
    one.requireNone(person.idIndex());
  }

  /** A member from the day of arrival on, and not before an earlier membership here has ended. */
  public void add(Member newcomer) {
    one.requireFree(newcomer.person.idIndex(), newcomer.affiliatedOn, "effectiveOn");
    members.add(newcomer);
  }
}
