package org.jiceng.member.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;

/**
 * What a district says to another's message, once for all.
 *
 * @param effectiveOn from when on a released member belongs to whoever asked
 * @param reasonCode why it is refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExchangeAnswer")
public record Answer(@NotNull Outcome outcome, LocalDate effectiveOn, String reasonCode) {
  private static final String SUPERSEDED = "letter-superseded";
  private static final int LONGEST = 40;

  /** How it ends. */
  public enum Outcome {
    /** It has had its effect. */
    TAKEN,
    /** The member is released. */
    RELEASED,
    /** It has no effect, and never will. */
    REFUSED,
    /** It is about a letter that has been issued anew, or withdrawn, since; it has no effect. */
    SUPERSEDED
  }

  static final Answer TAKEN = new Answer(Outcome.TAKEN, null, null);
  static final Answer TOO_LATE = new Answer(Outcome.SUPERSEDED, null, null);

  static Answer released(LocalDate effectiveOn) {
    return new Answer(Outcome.RELEASED, effectiveOn, null);
  }

  /** A broken rule, as a word that may travel. */
  static Answer to(Problem problem) {
    if (SUPERSEDED.equals(problem.type().code())) {
      return TOO_LATE;
    }
    String code = problem.reason().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
    return new Answer(
        Outcome.REFUSED, null, code.length() <= LONGEST ? code : code.substring(0, LONGEST));
  }
}
