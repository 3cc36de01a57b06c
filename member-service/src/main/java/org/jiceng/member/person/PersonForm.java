package org.jiceng.member.person;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jiceng.kit.codes.Halfwidth;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.codes.InvalidCode;
import org.jiceng.kit.problem.Problem;

/** What people write about a person, read once, at the edge; refusals repeat none of it. */
public final class PersonForm {
  /** A phone number: digits, with blanks, hyphens and a plus in front where people write them. */
  public static final String PHONE = "\\+?[0-9][0-9 -]{4,19}";

  private static final Pattern PHONE_FORM = Pattern.compile(PHONE);

  private PersonForm() {}

  /** Whether it is written as a phone number. */
  public static boolean isPhone(String text) {
    return PHONE_FORM.matcher(text).matches();
  }

  /** The person; 422 when the ID number is none. */
  public static Person of(String idNumber, String name, String phone) {
    return new Person(idNumber(idNumber), Halfwidth.strip(name), phone);
  }

  /** The person with what is new about them; null keeps. */
  public static Person changed(Person before, String idNumber, String name, String phone) {
    return new Person(
        idNumber == null ? before.idNumber() : idNumber(idNumber),
        name == null ? before.name() : Halfwidth.strip(name),
        phone == null ? before.phone() : phone);
  }

  /** An ID number (GB 11643); 422 when it is none. */
  public static IdNumber idNumber(String text) {
    try {
      return IdNumber.parse(text);
    } catch (InvalidCode e) {
      throw Problem.violation("idNumber", e.code());
    }
  }

  /** Refuses someone who is born after that day (422). */
  public static void requireBorn(Person person, LocalDate today) {
    if (person.idNumber().birthDate().isAfter(today)) {
      throw Problem.violation("idNumber", "born-in-the-future");
    }
  }
}
