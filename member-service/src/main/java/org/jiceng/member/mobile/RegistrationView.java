package org.jiceng.member.mobile;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.member.person.Persons;
import org.jiceng.member.person.Persons.Seen;

/**
 * A mobile registration as the caller may see it. Member and home are told once the home has
 * reported the same person away: hosting somebody's ID number is no way to find out about them.
 */
public record RegistrationView(
    UUID id,
    String idNumber,
    String name,
    String phone,
    String homeDescription,
    UUID hostId,
    UUID homeId,
    UUID memberId,
    LocalDate hostedOn,
    LocalDate matchedOn,
    LocalDate endedOn,
    String reasonCode,
    boolean erased,
    long version) {

  static RegistrationView of(MobileRegistration registration, Persons persons) {
    Seen person = persons.seen(registration.person);
    return new RegistrationView(
        registration.id,
        person.idNumber(),
        person.name(),
        person.phone(),
        persons.seenText(registration.homeDescription).orElse(null),
        registration.hostId,
        registration.isMatched() ? registration.homeId : null,
        registration.isMatched() ? registration.memberId : null,
        registration.hostedOn,
        registration.matchedOn,
        registration.endedOn,
        registration.reasonCode,
        registration.person.isErased(),
        registration.version);
  }

  @Override
  public String toString() {
    return "mobile registration " + id;
  }
}
