package org.jiceng.kit.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A citizen's identity number of GB 11643-1999: six digits of a region, eight of the birth date,
 * three of an order whose last is odd for men, one check character (ISO 7064, MOD 11-2). Personal:
 * its text form and its JSON form are masked, only {@link #value()} tells it.
 */
public record IdNumber(String value) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final int LENGTH = 18;

  /**
   * @throws InvalidCode when the form, the birth date or the check character is wrong
   */
  public IdNumber {
    if (value.length() != LENGTH || !hasDigits(value)) {
      throw new InvalidCode("id-number-form", "an ID number has 17 digits and a digit or X");
    }
    if (value.charAt(LENGTH - 1) != checkCharacter(value)) {
      throw new InvalidCode("id-number-check", "the check character does not fit");
    }
    birthDateOf(value);
  }

  /**
   * Reads a number as people write it, with a small x too.
   *
   * @throws InvalidCode when it is none
   */
  @JsonCreator
  public static IdNumber parse(String text) {
    return new IdNumber(Halfwidth.of(text).toUpperCase(Locale.ROOT));
  }

  /** The number of a made-up person, with its check character; order is 0 to 999. */
  public static IdNumber of(String region, LocalDate born, int order) {
    String seventeen =
        region
            + "%04d%02d%02d%03d"
                .formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth(), order);
    return new IdNumber(seventeen + checkCharacter(seventeen));
  }

  /** The day of birth. */
  public LocalDate birthDate() {
    return birthDateOf(value);
  }

  /** The sex as a code of GB/T 2261.1: 1 male, 2 female. */
  public String sex() {
    return (value.charAt(16) - '0') % 2 == 1 ? "1" : "2";
  }

  private static boolean hasDigits(String value) {
    for (int i = 0; i < LENGTH - 1; i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return CHECKS.indexOf(value.charAt(LENGTH - 1)) >= 0;
  }

  private static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }

  private static LocalDate birthDateOf(String number) {
    int day = Integer.parseInt(number.substring(6, 14));
    try {
      LocalDate born = LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
      if (born.getYear() >= 1850) {
        return born;
      }
    } catch (DateTimeException e) {
      // Refused below, together with the years before anyone who lives was born.
    }
    throw new InvalidCode("id-number-birth", "the birth date is no date");
  }

  /** Masked: the first three and the last two characters. */
  @JsonValue
  @Override
  public String toString() {
    return value.substring(0, 3) + "*************" + value.substring(16);
  }
}
