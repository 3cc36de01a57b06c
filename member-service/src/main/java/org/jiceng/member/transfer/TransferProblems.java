package org.jiceng.member.transfer;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a command to a transfer. */
final class TransferProblems {
  static final ProblemType ALREADY_OPEN = new ProblemType(409, "transfer-already-open");
  static final ProblemType TO_ITSELF = new ProblemType(409, "transfer-to-itself");
  static final ProblemType OTHER_STATE = new ProblemType(409, "transfer-in-other-state");
  static final ProblemType NOT_SOURCE = new ProblemType(403, "not-the-source");
  static final ProblemType NOT_DESTINATION = new ProblemType(403, "not-the-destination");
  static final ProblemType REQUEST_LAPSED = new ProblemType(409, "request-lapsed");
  static final ProblemType LETTER_EXPIRED = new ProblemType(409, "letter-expired");
  static final ProblemType LETTER_NUMBER_TAKEN = new ProblemType(409, "letter-number-taken");
  static final ProblemType ALREADY_ANNOUNCED = new ProblemType(409, "arrival-already-announced");
  static final ProblemType MEMBER_ELSEWHERE = new ProblemType(409, "member-elsewhere");

  static final ProblemType BETWEEN_DISTRICTS = new ProblemType(409, "transfer-between-districts");
  static final ProblemType RELEASE_ASKED = new ProblemType(409, "release-asked");
  static final ProblemType LETTER_SUPERSEDED = new ProblemType(409, "letter-superseded");
  static final ProblemType BATCH_TOO_LARGE = new ProblemType(422, "batch-too-large");
  static final ProblemType BATCH_NOT_WHOLE = new ProblemType(409, "batch-not-whole");
  static final ProblemType BATCH_EMPTY = new ProblemType(409, "batch-empty");

  static final ProblemType LETTER_FROM_ELSEWHERE = new ProblemType(409, "letter-from-elsewhere");

  private TransferProblems() {}
}
