package org.jiceng.member.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.personal.Masking;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;

/** Seals what identifies a person, and opens it as far as the caller may see. */
@ApplicationScoped
public class Persons {
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s·•・‧]");

  private final PersonalCipher cipher;
  private final BlindIndex index;
  private final Caller caller;

  Persons(PersonalCipher cipher, BlindIndex index, Caller caller) {
    this.cipher = cipher;
    this.index = index;
    this.caller = caller;
  }

  /** What a caller sees of a person. */
  public record Seen(String idNumber, String name, String phone) {
    @Override
    public String toString() {
      return "a person";
    }
  }

  /** A person as the tables keep one. */
  public SealedPerson seal(Person person) {
    return new SealedPerson(
        indexOf(person.idNumber()),
        cipher.encrypt(person.idNumber().value()),
        cipher.encrypt(person.name()),
        cipher.encrypt(person.phone()));
  }

  /** What the ID number is found by. */
  public byte[] indexOf(IdNumber idNumber) {
    return index.of(idNumber.value());
  }

  /** What a sealed name is found by, however it was spaced or typed; null stays null. */
  public byte[] indexOfName(byte[] sealedName) {
    return indexOfName(cipher.decrypt(sealedName));
  }

  /** What a name is found by, however it was spaced or typed; null stays null. */
  public byte[] indexOfName(String name) {
    return name == null ? null : index.of("name:" + comparable(name));
  }

  private static String comparable(String name) {
    return BETWEEN_NAMES
        .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
        .replaceAll("")
        .toUpperCase(Locale.ROOT);
  }

  /** Another text that may tell of a person. */
  public byte[] seal(String text) {
    return cipher.encrypt(text);
  }

  /** The person, for a rule or a change that needs the whole of it; never for an answer. */
  public Person open(SealedPerson sealed) {
    return new Person(
        new IdNumber(cipher.decrypt(sealed.idNumber())),
        cipher.decrypt(sealed.name()),
        cipher.decrypt(sealed.phone()));
  }

  /** As the caller may see it: offices in the clear, auditors and machines masked. */
  public Seen seen(SealedPerson sealed) {
    return seesPersons() ? inTheClear(sealed) : masked(sealed);
  }

  /**
   * What opens sealed columns as the caller of this request may see them, also when the request is
   * over; for files that are written while they are read.
   */
  public Opening opening() {
    return new Opening(cipher, seesPersons());
  }

  /** Opens sealed columns for one caller. */
  public record Opening(PersonalCipher cipher, boolean inTheClear) {
    public String idNumber(byte[] sealed) {
      return opened(sealed, Masking::idNumber);
    }

    public String name(byte[] sealed) {
      return opened(sealed, Masking::name);
    }

    public String phone(byte[] sealed) {
      return opened(sealed, Masking::phone);
    }

    private String opened(byte[] sealed, UnaryOperator<String> mask) {
      String whole = cipher.decrypt(sealed);
      return inTheClear || whole == null ? whole : mask.apply(whole);
    }

    @Override
    public String toString() {
      return "an opening";
    }
  }

  /** A text that may tell of a person, for those who see persons. */
  public Optional<String> seenText(byte[] sealed) {
    return seesPersons() ? Optional.ofNullable(cipher.decrypt(sealed)) : Optional.empty();
  }

  /** A text for the eyes of the person that it tells of; null stays null. */
  public String openText(byte[] sealed) {
    return cipher.decrypt(sealed);
  }

  /** For the person's own eyes. */
  public Seen inTheClear(SealedPerson sealed) {
    return new Seen(
        cipher.decrypt(sealed.idNumber()),
        cipher.decrypt(sealed.name()),
        cipher.decrypt(sealed.phone()));
  }

  /** What tells one person from another, and no more, whoever asks. */
  public Seen outline(SealedPerson sealed) {
    return masked(sealed);
  }

  private Seen masked(SealedPerson sealed) {
    Seen whole = inTheClear(sealed);
    return new Seen(
        Masking.idNumber(whole.idNumber()),
        Masking.name(whole.name()),
        Masking.phone(whole.phone()));
  }

  /** Whether the caller sees what identifies a person in the clear. */
  public boolean seesPersons() {
    return caller.has(Roles.REGISTRAR)
        || caller.has(Roles.SECRETARY)
        || caller.has(Roles.DISTRICT_ADMIN);
  }
}
