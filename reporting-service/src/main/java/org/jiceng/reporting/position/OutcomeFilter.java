package org.jiceng.reporting.position;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiceng.events.Topic;
import org.jiceng.kit.outbox.WrittenPosition;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.reporting.position.LogPositions.LogPosition;

/**
 * Refuses whoever has waited in vain, and tells all others how far the logs that they asked about
 * are folded.
 */
@Fresh
@Provider
@Priority(OutcomeFilter.AFTER_WAIT)
public class OutcomeFilter implements ContainerRequestFilter, ContainerResponseFilter {
  static final int AFTER_WAIT = Priorities.USER + 100;
  private static final ProblemType NOT_REACHED = new ProblemType(503, "position-not-reached");

  private final FoldedLogs logs;
  private final LogPositions positions;
  private final PositionsConfig config;

  OutcomeFilter(FoldedLogs logs, LogPositions positions, PositionsConfig config) {
    this.logs = logs;
    this.positions = positions;
    this.config = config;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Wait wait = Wait.of(request);
    if (wait != null && !wait.isReached()) {
      throw notReached(wait);
    }
    if (wait != null) {
      positions.forget();
    }
  }

  private Problem notReached(Wait wait) {
    Set<String> lagging =
        wait.missing().stream().map(place -> place.topic().topicName()).collect(Collectors.toSet());
    List<LogPosition> lags =
        positions.now().stream().filter(log -> lagging.contains(log.topic())).toList();
    return new Problem(
            NOT_REACHED,
            wait.atMost().toSeconds(),
            words(wait.missing().stream().map(Place::toString).sorted().toList()),
            words(lags.stream().map(OutcomeFilter::inWords).toList()))
        .with("lagging", lags)
        .header("Retry-After", Long.toString(config.retryAfter().toSeconds()));
  }

  private static String inWords(LogPosition log) {
    return log.topic() + " " + (log.lag() == null ? "?" : log.lag());
  }

  private static String words(List<String> words) {
    return String.join(", ", words);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Wait wait = Wait.of(request);
    if (wait == null) {
      return;
    }
    if (wait.isPreferred()) {
      response.getHeaders().add(Preference.APPLIED, "wait=" + wait.atMost().toSeconds());
    }
    if (wait.isReached()) {
      response.getHeaders().putSingle(WrittenPosition.HEADER, reached(wait));
    }
  }

  private String reached(Wait wait) {
    return wait.topics().stream()
        .sorted()
        .map((Topic topic) -> new Place.OfSequence(topic, logs.completeUpTo(topic)).toString())
        .collect(Collectors.joining(","));
  }
}
