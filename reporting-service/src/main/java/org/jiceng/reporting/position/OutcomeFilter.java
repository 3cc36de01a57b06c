package org.jiceng.reporting.position;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiceng.events.Topic;
import org.jiceng.kit.outbox.WrittenPosition;

/**
 * Refuses whoever has waited in vain, and tells all others how far the logs that they asked about
 * are folded.
 */
@Fresh
@Provider
@Priority(OutcomeFilter.AFTER_WAIT)
public class OutcomeFilter implements ContainerRequestFilter, ContainerResponseFilter {
  static final int AFTER_WAIT = Priorities.USER + 100;

  private final FoldedLogs logs;
  private final InVain inVain;

  OutcomeFilter(FoldedLogs logs, InVain inVain) {
    this.logs = logs;
    this.inVain = inVain;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Wait wait = Wait.of(request);
    if (wait != null && !wait.isReached()) {
      throw inVain.notReached(wait);
    }
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
    Map<Topic, Long> complete = logs.complete();
    return wait.topics().stream()
        .sorted()
        .map(topic -> new Place.OfSequence(topic, complete.get(topic)).toString())
        .collect(Collectors.joining(","));
  }
}
