package org.jiceng.kit.problem;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;

/** Finds, among the causes of a failure, the one that the caller can do something about. */
final class Diagnosis {
  private static final int DEEPEST = 20;

  private Diagnosis() {}

  static Problem of(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .limit(DEEPEST)
        .flatMap(cause -> known(cause).stream())
        .findFirst()
        .orElseGet(() -> new Problem(CommonProblems.INTERNAL));
  }

  private static Optional<Problem> known(Throwable cause) {
    if (cause instanceof Problem problem) {
      return Optional.of(problem);
    }
    if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
      return Optional.of(new Problem(CommonProblems.STALE));
    }
    if (cause instanceof ConstraintViolationException violated) {
      return Optional.of(ConstraintFaults.of(violated));
    }
    if (cause instanceof BodyTooLarge) {
      return Optional.of(HttpFaults.tooLarge());
    }
    return cause instanceof SQLException refused ? DatabaseFaults.of(refused) : Optional.empty();
  }
}
