package org.jiceng.stack.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jiceng.kit.codes.CreditCode;
import org.jiceng.kit.codes.IdNumber;

/**
 * Numbers of people and units who do not exist: right in form and check character, in a region code
 * (99xxxx) that GB/T 2260 assigns to nobody and a mobile range (154) that no operator has given
 * out.
 */
final class SyntheticIds {
  private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final String REGION = "999999";
  private static final int ORDERS = 500;

  private final int firstRegion;
  private final Map<Long, Integer> given = new HashMap<>();

  /** People of different sources take different first regions so that none is met twice. */
  SyntheticIds(int firstRegion) {
    this.firstRegion = firstRegion;
  }

  /** The next ID number (GB 11643) of someone born on that day; no two are equal. */
  String idNumber(LocalDate born, boolean male) {
    int nth = given.merge(born.toEpochDay() * 2 + (male ? 1 : 0), 1, Integer::sum) - 1;
    int region = firstRegion - nth / ORDERS;
    int order = nth % ORDERS * 2 + (male ? 1 : 0);
    return IdNumber.of(Integer.toString(region), born, order).value();
  }

  /** The credit code (GB 32100) of the n-th unit; prefix is the registering authority and kind. */
  static String creditCode(String prefix, int n) {
    String serial = padded(n, 8);
    return CreditCode.completing(prefix + REGION + serial + organizationCheck(serial)).value();
  }

  /** The n-th phone number. */
  static String phone(int n) {
    return "154" + padded(n, 8);
  }

  /** The number with leading zeros. */
  static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  /** The check character of GB 11714, the ninth of the organisation code within a credit code. */
  private static char organizationCheck(String serial) {
    int sum = 0;
    for (int i = 0; i < ORGANIZATION_WEIGHTS.length; i++) {
      sum += (serial.charAt(i) - '0') * ORGANIZATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : (char) ('0' + check % 11);
  }
}
