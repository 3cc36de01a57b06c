package org.jiceng.registry.proposal;

import java.util.Locale;
import org.jiceng.kit.problem.Problem;

/** Where a proposal stands; every state but the first is final. */
public enum ProposalState {
  OPEN,
  ACCEPTED,
  DECLINED,
  WITHDRAWN;

  /** As a query names it, in small or capital letters; null for any. */
  static ProposalState asked(String text) {
    if (text == null) {
      return null;
    }
    try {
      return valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.malformed("state", "not-one-of", "open, accepted, declined, withdrawn");
    }
  }
}
