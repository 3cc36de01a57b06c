package org.jiceng.reporting.report.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jiceng.events.Topic;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.reporting.figures.CompletePositions;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.ledger.Knowledge;

/**
 * Opens a view in which the logs are complete up to known positions: nothing that was in a log when
 * it was asked for is missing, and nothing beyond the positions counts.
 */
@ApplicationScoped
public class Sealing {
  static final ProblemType INCOMPLETE = new ProblemType(503, "logs-incomplete");
  private static final long PAUSE_MILLIS = 100;

  private final Views views;
  private final CompletePositions complete;
  private final CaughtUp caughtUp;
  private final Duration patience;

  Sealing(
      Views views,
      CompletePositions complete,
      CaughtUp caughtUp,
      @ConfigProperty(name = "jiceng.report.patience") Duration patience) {
    this.views = views;
    this.complete = complete;
    this.caughtUp = caughtUp;
    this.patience = patience;
  }

  /** A view, and how far each log counts in it. */
  public record Complete(View view, Map<Topic, Long> positions) {}

  /**
   * Makes something of such a view. Must not be called in a transaction.
   *
   * @throws Problem 503 when the logs do not become complete in time
   */
  public <T> T with(Function<Complete, T> work) {
    long until = System.nanoTime() + patience.toNanos();
    CaughtUp.Asking asking = caughtUp.begin();
    Map<Topic, Long> wanted = null;
    while (true) {
      if (asking.isCaughtUp() && !caughtUp.anyParked()) {
        try (View view = views.open(Knowledge.EVERYTHING)) {
          Map<Topic, Long> positions = complete.of(view);
          Map<Topic, Long> last = CompletePositions.last(view);
          if (positions.equals(last)) {
            return work.apply(new Complete(view, positions));
          }
          wanted = wanted == null ? last : wanted;
          if (reach(positions, wanted)) {
            break; // others go on arriving: what is complete is told apart from what is not
          }
        }
      }
      pause(until);
    }
    return upTo(wanted, work);
  }

  private <T> T upTo(Map<Topic, Long> positions, Function<Complete, T> work) {
    try (View view = views.open(new Knowledge.UpTo(positions))) {
      return work.apply(new Complete(view, positions));
    }
  }

  private static boolean reach(Map<Topic, Long> positions, Map<Topic, Long> wanted) {
    return wanted.entrySet().stream().allMatch(e -> positions.get(e.getKey()) >= e.getValue());
  }

  private static void pause(long until) {
    if (System.nanoTime() > until) {
      throw new Problem(INCOMPLETE).header("Retry-After", "5");
    }
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(INCOMPLETE).header("Retry-After", "5");
    }
  }
}
