package org.jiceng.member.letter;

import java.time.LocalDate;

/**
 * What stands on a letter.
 *
 * @param issuer the organisation that the member leaves
 * @param destination the organisation that the member goes to; null where it lies elsewhere and may
 *     not be seen
 * @param probationary whether the bearer is on probation yet
 * @param validUntil the last day on which it may be received
 * @param checkUrl where anyone may ask whether it is genuine
 */
public record LetterContent(
    String number,
    String issuer,
    String destination,
    Bearer bearer,
    boolean probationary,
    LocalDate issuedOn,
    LocalDate validUntil,
    String checkUrl) {
  @Override
  public String toString() {
    return "letter " + number;
  }
}
