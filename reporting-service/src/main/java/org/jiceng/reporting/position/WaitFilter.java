package org.jiceng.reporting.position;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** Suspends a request until the fold has what it waits for, or its time is up. */
@Fresh
@Provider
@Priority(Priorities.USER)
public class WaitFilter implements ContainerRequestFilter {
  private static final ProblemType TOO_MANY = new ProblemType(503, "too-many-waiters");

  private final FoldedLogs logs;
  private final PositionWatch watch;
  private final PositionsConfig config;

  WaitFilter(FoldedLogs logs, PositionWatch watch, PositionsConfig config) {
    this.logs = logs;
    this.watch = watch;
    this.config = config;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    List<String> named = request.getUriInfo().getQueryParameters().get(Place.PARAMETER);
    if (named == null) {
      return;
    }
    List<String> prefer = request.getHeaders().getOrDefault(Preference.HEADER, List.of());
    Wait wait = Wait.of(Place.named(named), prefer, config);
    wait.belongTo(request);
    wait.reach(logs.reached(wait.missing()));
    if (!wait.isOver()) {
      suspend((ResteasyReactiveContainerRequestContext) request, wait);
    }
  }

  private void suspend(ResteasyReactiveContainerRequestContext request, Wait wait) {
    if (!watch.reserve()) {
      throw new Problem(TOO_MANY, config.waiters())
          .header("Retry-After", Long.toString(config.retryAfter().toSeconds()));
    }
    request.suspend();
    watch.whenOver(wait, request::resume);
  }
}
