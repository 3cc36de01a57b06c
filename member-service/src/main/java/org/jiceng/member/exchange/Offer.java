package org.jiceng.member.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.person.Person;
import org.jiceng.member.person.PersonForm;
import org.jiceng.member.transfer.Traveller;

/**
 * The source offers a member to another district, by its so-manieth letter.
 *
 * @param handover what the source calls the whole matter
 * @param from the organisation that is left, in words
 */
@Schema(name = "ExchangeOffer")
public record Offer(
    @NotNull UUID handover,
    @Min(1) int letter,
    @NotBlank @Size(max = 40) @Schema(examples = "310101002001") String destinationCode,
    @NotBlank @Size(max = 200) String from,
    @NotBlank @Size(max = 40) String letterNumber,
    @NotNull LocalDate issuedOn,
    @NotNull LocalDate validUntil,
    @NotNull @Valid Who person) {

  /** Whom, as the letter has it. */
  @Schema(name = "ExchangePerson")
  public record Who(
      @NotBlank @Size(max = 40) String idNumber,
      @NotBlank @Size(max = 60) String name,
      @Pattern(regexp = PersonForm.PHONE) String phone,
      @NotBlank @Size(max = 2) String ethnicity,
      @NotBlank @Size(max = 2) String education,
      @NotNull MembershipStatus status,
      @NotNull LocalDate joinedOn) {
    @Override
    public String toString() {
      return "a person";
    }
  }

  static Offer of(UUID handover, int letter, String destinationCode, Traveller traveller) {
    Person person = traveller.person();
    return new Offer(
        handover,
        letter,
        destinationCode,
        traveller.from(),
        traveller.letterNumber(),
        traveller.issuedOn(),
        traveller.validUntil(),
        new Who(
            person.idNumber().value(),
            person.name(),
            person.phone(),
            traveller.ethnicity(),
            traveller.education(),
            traveller.status(),
            traveller.joinedOn()));
  }

  Traveller traveller() {
    if (validUntil.isBefore(issuedOn)) {
      throw Problem.violation("validUntil", "valid-before-issue");
    }
    return new Traveller(
        PersonForm.of(person.idNumber(), person.name(), person.phone()),
        person.ethnicity(),
        person.education(),
        person.status(),
        person.joinedOn(),
        from,
        letterNumber,
        issuedOn,
        validUntil);
  }

  @Override
  public String toString() {
    return "an offer";
  }
}
