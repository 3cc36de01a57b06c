package org.jiceng.member.transfer;

import java.time.LocalDate;

/**
 * Whether a letter is genuine and what it is worth, for anyone who holds it: nothing about its
 * bearer. Of what is not genuine there is nothing to say.
 */
public record LetterCheck(
    boolean genuine, LetterState state, String issuer, LocalDate issuedOn, LocalDate validUntil) {
  static final LetterCheck UNKNOWN = new LetterCheck(false, null, null, null, null);

  /** What a letter is worth. */
  public enum LetterState {
    /** 有效: the destination may receive by it. */
    GOOD,
    /** 已接收: the member has arrived. */
    RECEIVED,
    /** 已过期: it was good until a day that is past. */
    EXPIRED,
    /** 已作废: refused, withdrawn or sent back. */
    WITHDRAWN,
    /** 已换开: issued anew; only the newer one is good. */
    REPLACED
  }

  static LetterCheck of(Letters.Printed printed, LocalDate today) {
    return new LetterCheck(
        true,
        printed.current() ? state(printed, today) : LetterState.REPLACED,
        printed.issuer(),
        printed.issuedOn(),
        printed.validUntil());
  }

  private static LetterState state(Letters.Printed printed, LocalDate today) {
    return switch (printed.state()) {
      case APPROVED -> today.isAfter(printed.validUntil()) ? LetterState.EXPIRED : LetterState.GOOD;
      case COMPLETED, ACKNOWLEDGED -> LetterState.RECEIVED;
      case EXPIRED -> LetterState.EXPIRED;
      default -> LetterState.WITHDRAWN;
    };
  }
}
