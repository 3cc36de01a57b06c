package org.jiceng.kit.problem;

/** The problems that every service knows. */
public final class CommonProblems {
  public static final ProblemType MALFORMED_BODY = new ProblemType(400, "malformed-body");
  public static final ProblemType BAD_REQUEST = new ProblemType(400, "bad-request");
  public static final ProblemType VALIDATION_FAILED = new ProblemType(400, "validation-failed");
  public static final ProblemType UNAUTHENTICATED = new ProblemType(401, "unauthenticated");
  public static final ProblemType FORBIDDEN = new ProblemType(403, "forbidden");
  public static final ProblemType NOT_FOUND = new ProblemType(404, "not-found");
  public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType(405, "method-not-allowed");
  public static final ProblemType NOT_ACCEPTABLE = new ProblemType(406, "not-acceptable");
  public static final ProblemType CONFLICT = new ProblemType(409, "conflict");
  public static final ProblemType REQUEST_IN_PROGRESS = new ProblemType(409, "request-in-progress");
  public static final ProblemType STALE = new ProblemType(412, "stale");
  public static final ProblemType BODY_TOO_LARGE = new ProblemType(413, "body-too-large");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType(415, "unsupported-media-type");
  public static final ProblemType RULE_BROKEN = new ProblemType(422, "validation-failed");
  public static final ProblemType KEY_REUSED = new ProblemType(422, "idempotency-key-reused");
  public static final ProblemType IF_MATCH_REQUIRED = new ProblemType(428, "if-match-required");
  public static final ProblemType INTERNAL = new ProblemType(500, "internal-error");
  public static final ProblemType BUSY = new ProblemType(503, "busy");

  private CommonProblems() {}
}
