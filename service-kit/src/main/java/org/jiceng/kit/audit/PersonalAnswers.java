package org.jiceng.kit.audit;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Keeps answers out of caches: those that show personal data are not stored anywhere, all others
 * only by their reader, and asked for again. A resource that sets {@code Cache-Control} knows
 * better.
 */
@Provider
public class PersonalAnswers implements ContainerResponseFilter {
  private static final String MARK = PersonalAnswers.class.getName();

  private final CurrentVertxRequest current;

  PersonalAnswers(CurrentVertxRequest current) {
    this.current = current;
  }

  static void mark(RoutingContext request) {
    if (request != null) {
      request.put(MARK, true);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    RoutingContext routing = current.getCurrent();
    boolean personal = routing != null && routing.get(MARK) != null;
    response
        .getHeaders()
        .putIfAbsent(
            HttpHeaders.CACHE_CONTROL, List.of(personal ? "no-store" : "private, no-cache"));
  }
}
