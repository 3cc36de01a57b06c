package org.jiceng.member.exchange;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a message from another district, or with one to it. */
final class ExchangeProblems {
  static final ProblemType UNSIGNED = new ProblemType(401, "signature-missing");
  static final ProblemType UNREADABLE = new ProblemType(401, "signature-unreadable");
  static final ProblemType INCOMPLETE = new ProblemType(401, "signature-incomplete");
  static final ProblemType KEY_UNKNOWN = new ProblemType(401, "signature-key-unknown");
  static final ProblemType WRONG = new ProblemType(401, "signature-wrong");
  static final ProblemType TOO_OLD = new ProblemType(401, "signature-too-old");
  static final ProblemType FOR_ANOTHER = new ProblemType(401, "signed-for-another-district");
  static final ProblemType DIGEST_WRONG = new ProblemType(401, "content-digest-wrong");
  static final ProblemType MESSAGE_CHANGED = new ProblemType(422, "message-changed");
  static final ProblemType PEER_UNKNOWN = new ProblemType(422, "district-unknown");
  static final ProblemType PEER_SILENT = new ProblemType(503, "district-silent");
  static final ProblemType DESTINATION_UNKNOWN = new ProblemType(422, "destination-unknown");
  static final ProblemType NOT_DEAD = new ProblemType(409, "message-not-dead");

  private ExchangeProblems() {}
}
