package org.jiceng.kit.webhook;

import java.time.Instant;
import java.util.List;

/**
 * What signs the events of a subscription: its secret and, for a while after that was changed, the
 * one before.
 *
 * @param former null if there is none
 * @param formerUntil when the former signs no more
 */
record Secrets(String present, String former, Instant formerUntil) {
  static Secrets of(String secret) {
    return new Secrets(secret, null, null);
  }

  /** Another secret; the present one goes on signing until a moment, any former one no more. */
  Secrets changed(String secret, Instant presentUntil) {
    return new Secrets(secret, present, presentUntil);
  }

  /** Those that sign at a moment, the present one first. */
  List<String> at(Instant moment) {
    return isFormerOverAt(moment) || former == null ? List.of(present) : List.of(present, former);
  }

  boolean isFormerOverAt(Instant moment) {
    return former != null && !moment.isBefore(formerUntil);
  }

  /** Without the secrets, which belong in no log. */
  @Override
  public String toString() {
    return "Secrets[former until " + formerUntil + "]";
  }
}
