package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.person.Person;
import org.jiceng.member.person.PersonForm;
import org.jiceng.member.person.SealedPerson;

/** An admission that keeps the rules on its dates; affiliated no sooner than a member. */
record Admission(
    NewMember wanted, Person person, Profile profile, LocalDate joinedOn, LocalDate affiliatedOn) {

  /** Reads the request by the rules of that day (422). */
  static Admission of(NewMember wanted, LocalDate today) {
    Person person = PersonForm.of(wanted.idNumber(), wanted.name(), wanted.phone());
    PersonForm.requireBorn(person, today);
    LocalDate affiliatedOn = wanted.affiliatedOn() == null ? today : wanted.affiliatedOn();
    LocalDate joinedOn = wanted.joinedOn() == null ? affiliatedOn : wanted.joinedOn();
    require(!affiliatedOn.isAfter(today), "affiliatedOn", "in-the-future");
    require(!affiliatedOn.isBefore(joinedOn), "affiliatedOn", "affiliated-before-joining");
    require(joinedOn.isAfter(person.idNumber().birthDate()), "joinedOn", "joined-before-birth");
    Profile profile = Profile.of(person.idNumber(), wanted.ethnicity(), wanted.education());
    return new Admission(wanted, person, profile, joinedOn, affiliatedOn);
  }

  Member member(UUID id, SealedPerson sealed) {
    return new Member(
            id,
            sealed,
            profile,
            wanted.status(),
            joinedOn,
            wanted.admittedBy(),
            wanted.organizationId(),
            affiliatedOn)
        .workingIn(wanted.workUnitId());
  }

  private static void require(boolean kept, String field, String code) {
    if (!kept) {
      throw Problem.violation(field, code);
    }
  }
}
