package org.jiceng.member.letter;

import java.time.YearMonth;

/**
 * Whom a letter introduces, in words: sex and ethnicity as their codes read in Chinese. All are
 * null on a letter for someone who does not see persons: a clerk fills them in by hand.
 */
public record Bearer(String name, String sex, String ethnicity, YearMonth born) {
  /** On a letter for someone who does not see persons. */
  public static final Bearer HIDDEN = new Bearer(null, null, null, null);

  @Override
  public String toString() {
    return "a bearer";
  }
}
