package org.jiceng.member.transfer;

import java.time.LocalDate;
import org.jiceng.kit.problem.Problem;

/**
 * The letter of introduction that the source issues.
 *
 * @param number unique at the source; null until the next free one has been drawn
 * @param issuedOn the day of approval
 * @param validUntil the last day on which the destination may receive by it
 */
record Letter(String number, LocalDate issuedOn, LocalDate validUntil) {
  /** What the numbers begin with that are drawn for letters of that day. */
  static String prefix(LocalDate issuedOn) {
    return "JC" + issuedOn.getYear() + "-";
  }

  /** Whether it is no longer good on that day, whatever anyone has recorded. */
  boolean isExpired(LocalDate today) {
    return today.isAfter(validUntil);
  }

  void requireGood(LocalDate today) {
    if (isExpired(today)) {
      throw new Problem(TransferProblems.LETTER_EXPIRED, validUntil);
    }
  }
}
