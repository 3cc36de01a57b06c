package org.jiceng.kit.audit;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;

/**
 * Keeps answers out of caches: those that show personal data, those to writes (which show what was
 * written, also when they are replayed) and refusals are not stored anywhere; all others only by
 * their reader, and asked for again. A resource that sets {@code Cache-Control} knows better.
 */
@Provider
public class PersonalAnswers implements ContainerResponseFilter {
  private static final Set<String> LOOKS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
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
    boolean keepable = isLook(request) && !isRefusal(response) && !isPersonal();
    response
        .getHeaders()
        .putIfAbsent(
            HttpHeaders.CACHE_CONTROL, List.of(keepable ? "private, no-cache" : "no-store"));
  }

  private static boolean isLook(ContainerRequestContext request) {
    return LOOKS.contains(request.getMethod());
  }

  private static boolean isRefusal(ContainerResponseContext response) {
    return response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
  }

  private boolean isPersonal() {
    RoutingContext routing = current.getCurrent();
    return routing != null && routing.get(MARK) != null;
  }
}
