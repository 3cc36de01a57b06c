package org.jiceng.member.transfer;

import java.time.LocalDate;
import org.jiceng.events.MembershipStatus;
import org.jiceng.member.person.Person;

/**
 * Who is on the way from one district to another, with the letter. Its text form tells nothing.
 *
 * @param from the organisation that is left, in words
 */
public record Traveller(
    Person person,
    String ethnicity,
    String education,
    MembershipStatus status,
    LocalDate joinedOn,
    String from,
    String letterNumber,
    LocalDate issuedOn,
    LocalDate validUntil) {

  Letter letter() {
    return new Letter(letterNumber, issuedOn, validUntil);
  }

  @Override
  public String toString() {
    return "a traveller";
  }
}
