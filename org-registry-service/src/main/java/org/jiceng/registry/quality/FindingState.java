package org.jiceng.registry.quality;

import java.util.Locale;
import org.jiceng.kit.problem.Problem;

/** Where a finding stands: only open ones are work and count in the figures. */
public enum FindingState {
  OPEN,
  /** Let stand until a date. */
  WAIVED,
  /** Mended. */
  CLOSED;

  /** As a query names it, in small or capital letters; null for any. */
  static FindingState asked(String text) {
    if (text == null) {
      return null;
    }
    try {
      return valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.malformed("state", "not-one-of", "open, waived, closed");
    }
  }
}
