package org.jiceng.reporting.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.Freshness;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** What is said to those who wait in vain. */
@ApplicationScoped
class InVain {
  private static final String FOLD = "ledger";
  private static final ProblemType NOT_REACHED = new ProblemType(503, "position-not-reached");
  private static final ProblemType TOO_MANY = new ProblemType(503, "too-many-waiters");

  private final FoldedLogs logs;
  private final Freshness freshness;
  private final PositionsConfig config;

  InVain(FoldedLogs logs, Freshness freshness, PositionsConfig config) {
    this.logs = logs;
    this.freshness = freshness;
    this.config = config;
  }

  /**
   * A log that was waited for.
   *
   * @param complete up to where it is folded without a gap
   * @param lag how many of its events wait; null when the broker does not say
   */
  public record Lagging(String topic, long complete, Long lag) {
    String inWords() {
      return topic + " " + (lag == null ? "?" : lag);
    }
  }

  /** That as many wait already as may. */
  Problem tooMany() {
    return new Problem(TOO_MANY, config.waiters()).header("Retry-After", retryAfter());
  }

  /** What was not reached, and by how much its logs lag. */
  Problem notReached(Wait wait) {
    List<Lagging> lagging = lagging(wait);
    return new Problem(
            NOT_REACHED,
            wait.atMost().toSeconds(),
            words(wait.missing().stream().map(Place::toString).sorted().toList()),
            words(lagging.stream().map(Lagging::inWords).toList()))
        .with("lagging", lagging)
        .header("Retry-After", retryAfter());
  }

  private List<Lagging> lagging(Wait wait) {
    Map<Topic, Long> complete = logs.complete();
    List<Freshness.Position> positions = freshness.positions();
    return wait.missing().stream()
        .map(Place::topic)
        .distinct()
        .sorted()
        .map(topic -> new Lagging(topic.topicName(), complete.get(topic), lag(topic, positions)))
        .toList();
  }

  private static Long lag(Topic topic, List<Freshness.Position> positions) {
    List<Long> lags =
        positions.stream()
            .filter(p -> p.handler().equals(FOLD) && p.topic().equals(topic.topicName()))
            .map(Freshness.Position::lag)
            .toList();
    return lags.isEmpty() || lags.contains(null)
        ? null
        : Long.valueOf(lags.stream().mapToLong(Long::longValue).sum());
  }

  private static String words(List<String> words) {
    return String.join(", ", words);
  }

  private String retryAfter() {
    return Long.toString(config.retryAfter().toSeconds());
  }
}
