package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jiceng.kit.problem.Problem;

/** The rule that a person has one membership at a time, one after the other. */
@ApplicationScoped
class OneMembership {
  private static final String RECORD = "member";
  private static final String PERSON = "idNumber";

  private final Members members;
  private final Discretion discretion;

  OneMembership(Members members, Discretion discretion) {
    this.members = members;
    this.discretion = discretion;
  }

  /** Refuses who is a present member already (409). */
  void requireNone(byte[] idIndex) {
    members
        .current(idIndex)
        .ifPresent(
            present -> {
              throw discretion.about(
                  new Problem(MembershipProblems.ALREADY_MEMBER).at(PERSON),
                  PERSON,
                  RECORD,
                  present.id,
                  present.organizationId);
            });
  }

  /** Refuses a membership from a day on that an earlier one reaches beyond, or that still lasts. */
  void requireFree(byte[] idIndex, LocalDate from, String field) {
    members
        .earlier(idIndex)
        .filter(earlier -> from.isBefore(earlier.end()))
        .ifPresent(
            earlier -> {
              throw discretion.about(
                  Problem.violation(field, "before-earlier-end", earlier.end()),
                  PERSON,
                  RECORD,
                  earlier.id(),
                  earlier.organizationId());
            });
    requireNone(idIndex);
  }
}
