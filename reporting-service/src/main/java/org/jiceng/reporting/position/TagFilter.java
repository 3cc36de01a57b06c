package org.jiceng.reporting.position;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.ETags;

/**
 * Gives answers that follow from the logs their entity tag, and tells whoever has one already that
 * nothing has changed. A weak one: how many events wait may differ under the same tag.
 */
@FromLogs
@Provider
@Priority(OutcomeFilter.AFTER_WAIT + 100)
public class TagFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private final FoldState folded;
  private final LogPositions positions;
  private final QuestionTag asked;
  private final Caller caller;
  private final BusinessClock clock;
  private final String version;

  TagFilter(
      FoldState folded,
      LogPositions positions,
      QuestionTag asked,
      Caller caller,
      BusinessClock clock,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.folded = folded;
    this.positions = positions;
    this.asked = asked;
    this.caller = caller;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    // Before what is folded is looked at: an answer never claims more than it holds
    positions.now();
    EntityTag tag = tag(request);
    asked.is(tag);
    if (request.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null) {
      Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
      if (unchanged != null) {
        request.abortWith(unchanged.tag(tag).build());
      }
    }
  }

  private EntityTag tag(ContainerRequestContext request) {
    return ETags.weak(
        List.of(
            question(request.getUriInfo()),
            Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT), ""),
            caller.scope().orElse(""),
            new TreeSet<>(caller.roles()).toString(),
            clock.today().toString(),
            folded.now(),
            version));
  }

  private static String question(UriInfo uri) {
    TreeMap<String, List<String>> parameters = new TreeMap<>(uri.getQueryParameters());
    parameters.remove(Place.PARAMETER);
    return uri.getPath() + parameters;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == Response.Status.OK.getStatusCode() && asked.tag().isPresent()) {
      response.getHeaders().putIfAbsent(HttpHeaders.ETAG, List.<Object>of(asked.tag().get()));
    }
  }
}
