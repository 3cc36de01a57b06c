package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.member.person.Persons.Seen;

/**
 * A member as the caller may see one; organizationId is the affiliation on the day that was asked
 * for, workUnitId the unit in which the member worked then, if known. probationUntil is there once
 * probation has been extended, suspendedOn while rights rest, mergedInto where this was a second
 * record of a person. Of whom has been erased there is neither name, ID number nor phone.
 */
public record MemberView(
    UUID id,
    String idNumber,
    String name,
    String phone,
    String sex,
    String ethnicity,
    String education,
    int birthYear,
    MembershipStatus status,
    LocalDate joinedOn,
    LocalDate confirmedOn,
    LocalDate probationUntil,
    LocalDate suspendedOn,
    UUID admittedBy,
    UUID organizationId,
    LocalDate affiliatedOn,
    UUID workUnitId,
    LocalDate endedOn,
    MembershipEnd endReason,
    UUID mergedInto,
    boolean erased,
    long version) {

  /** As the caller may see the person. */
  public static MemberView of(Member member, Seen person) {
    return new MemberView(
        member.id,
        person.idNumber(),
        person.name(),
        person.phone(),
        member.profile.sex(),
        member.profile.ethnicity(),
        member.profile.education(),
        member.profile.birthYear(),
        member.status,
        member.joinedOn,
        member.confirmedOn,
        member.probationUntil,
        member.suspendedOn,
        member.admittedBy,
        member.organizationId,
        member.affiliatedOn,
        member.workUnitId,
        member.endedOn,
        member.endReason,
        member.mergedInto,
        member.erasedOn != null,
        member.version);
  }

  /** Without what may have changed since the member left: phone, education and workplace. */
  MemberView ofFormer() {
    return new MemberView(
        id,
        idNumber,
        name,
        null,
        sex,
        ethnicity,
        null,
        birthYear,
        status,
        joinedOn,
        confirmedOn,
        probationUntil,
        suspendedOn,
        admittedBy,
        organizationId,
        affiliatedOn,
        null,
        endedOn,
        endReason,
        mergedInto,
        erased,
        version);
  }

  @Override
  public String toString() {
    return "member " + id;
  }
}
