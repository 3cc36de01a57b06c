package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.person.SealedPerson;

/** Members who come from other districts, by the same rules as admissions. */
@ApplicationScoped
public class Arrivals {
  private final Members members;

  Arrivals(Members members) {
    this.members = members;
  }

  /** Refuses who is a present member already (409). */
  public void requireNoMember(SealedPerson person) {
    if (members.current(person.idIndex()).isPresent()) {
      throw new Problem(MembershipProblems.ALREADY_MEMBER).at("idNumber");
    }
  }

  /** A member from the day of arrival on, and not before an earlier membership here has ended. */
  public void add(Member newcomer) {
    members
        .earlierEnd(newcomer.person.idIndex())
        .filter(newcomer.affiliatedOn::isBefore)
        .ifPresent(
            end -> {
              throw Problem.violation("effectiveOn", "before-earlier-end", end);
            });
    members.add(newcomer);
  }
}
