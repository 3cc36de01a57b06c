package org.jiceng.activity.checkin;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with codes, keys and check-ins. */
final class CheckInProblems {
  static final ProblemType NOT_OPEN = new ProblemType(409, "check-in-not-open");
  static final ProblemType KEY_TAKEN = new ProblemType(409, "device-key-taken");
  static final ProblemType TOO_MANY_KEYS = new ProblemType(409, "too-many-device-keys");

  static final ProblemType UNREADABLE = new ProblemType(422, "check-in-unreadable");
  static final ProblemType KEY_UNKNOWN = new ProblemType(422, "check-in-key-unknown");
  static final ProblemType KEY_NOT_THEN = new ProblemType(422, "check-in-key-not-then");
  static final ProblemType PROOF_FORGED = new ProblemType(422, "check-in-proof-forged");
  static final ProblemType NOT_YOURS = new ProblemType(422, "check-in-not-yours");
  static final ProblemType CODE_FORGED = new ProblemType(422, "check-in-code-forged");
  static final ProblemType CODE_EXPIRED = new ProblemType(422, "check-in-code-expired");
  static final ProblemType NOT_THEN = new ProblemType(422, "check-in-not-then");
  static final ProblemType NOT_DURING = new ProblemType(422, "check-in-not-during");
  static final ProblemType CANCELLED = new ProblemType(422, "check-in-cancelled");
  static final ProblemType NOT_ENTITLED = new ProblemType(422, "check-in-not-entitled");

  private CheckInProblems() {}
}
