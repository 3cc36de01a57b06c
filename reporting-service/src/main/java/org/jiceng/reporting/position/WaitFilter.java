package org.jiceng.reporting.position;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Suspends a request until the fold has what it waits for, or its time is up. */
@Fresh
@Provider
@Priority(Priorities.USER)
public class WaitFilter implements ContainerRequestFilter {
  private final FoldedLogs logs;
  private final PositionWatch watch;
  private final InVain inVain;

  WaitFilter(FoldedLogs logs, PositionWatch watch, InVain inVain) {
    this.logs = logs;
    this.watch = watch;
    this.inVain = inVain;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    List<String> named = request.getUriInfo().getQueryParameters().get(Place.PARAMETER);
    if (named == null) {
      return;
    }
    List<String> prefer = request.getHeaders().getOrDefault(Preference.HEADER, List.of());
    Wait wait = watch.wait(Place.named(named), prefer);
    wait.belongTo(request);
    wait.reach(logs.reached(wait.missing()));
    if (!wait.isOver()) {
      suspend((ResteasyReactiveContainerRequestContext) request, wait);
    }
  }

  private void suspend(ResteasyReactiveContainerRequestContext request, Wait wait) {
    if (!watch.reserve()) {
      throw inVain.tooMany();
    }
    request.suspend();
    watch.whenOver(wait, request::resume);
  }
}
