package org.jiceng.activity.attachment;

import org.jiceng.kit.problem.ProblemType;

/** What may be wrong with a file. */
final class AttachmentProblems {
  /** What it is by its content may not be attached, or is not what it was announced as. */
  static final ProblemType WRONG_TYPE = new ProblemType(415, "attachment-of-wrong-type");

  static final ProblemType TOO_MANY = new ProblemType(409, "too-many-attachments");

  private AttachmentProblems() {}
}
