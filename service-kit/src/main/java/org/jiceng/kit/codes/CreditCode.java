package org.jiceng.kit.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A unified social credit code of GB 32100-2015: eighteen of the digits and letters without I, O,
 * S, V, Z, the last of which checks the others (modulo 31, weights 3^i mod 31).
 */
public record CreditCode(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  /**
   * @throws InvalidCode when the form or the check character is wrong
   */
  public CreditCode {
    if (value.length() != LENGTH || !value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      throw new InvalidCode("credit-code-form", "a credit code has 18 digits and capital letters");
    }
    if (value.charAt(LENGTH - 1) != checkCharacter(value)) {
      throw new InvalidCode("credit-code-check", "the check character does not fit");
    }
  }

  /**
   * Reads a code as people write it.
   *
   * @throws InvalidCode when it is none
   */
  @JsonCreator
  public static CreditCode parse(String text) {
    return new CreditCode(Halfwidth.of(text).toUpperCase(Locale.ROOT));
  }

  /** The code that begins with these seventeen characters. */
  public static CreditCode completing(String seventeen) {
    return new CreditCode(seventeen + checkCharacter(seventeen));
  }

  private static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  @JsonValue
  @Override
  public String toString() {
    return value;
  }
}
