package org.jiceng.kit.problem;

import java.sql.SQLException;
import java.util.Optional;

/** What a refusal by the database means to the caller, by its SQLSTATE. */
final class DatabaseFaults {
  private static final String RETRY_AFTER_SECONDS = "1";

  private DatabaseFaults() {}

  static Optional<Problem> of(SQLException refused) {
    String state = refused.getSQLState() == null ? acquisition(refused) : refused.getSQLState();
    return switch (state) {
      // unique, exclusion, foreign key
      case "23505", "23P01", "23503" -> Optional.of(new Problem(CommonProblems.CONFLICT));
      // check, not null: a rule that was not caught before
      case "23514", "23502" -> Optional.of(new Problem(CommonProblems.RULE_BROKEN));
      // too long, out of range, no date, characters that no text holds, not of the type
      case "22001", "22003", "22007", "22008", "22021", "22P02", "22P05" ->
          Optional.of(new Problem(CommonProblems.VALIDATION_FAILED));
      // serialization, deadlock, lock not available, cancelled, too many connections, shutting down
      case "40001", "40P01", "55P03", "57014", "53300", "57P01", "57P03" -> Optional.of(busy());
      // the disk or the memory is full, the disk cannot be read
      case "53100", "53200", "58030" -> Optional.of(busy());
      // the connection is lost
      case "08000", "08001", "08003", "08004", "08006" -> Optional.of(busy());
      default -> Optional.empty();
    };
  }

  private static Problem busy() {
    return new Problem(CommonProblems.BUSY).header("Retry-After", RETRY_AFTER_SECONDS);
  }

  /** The pool tells of its exhaustion without an SQLSTATE. */
  private static String acquisition(SQLException refused) {
    return String.valueOf(refused.getMessage()).contains("Acquisition timeout") ? "53300" : "";
  }
}
