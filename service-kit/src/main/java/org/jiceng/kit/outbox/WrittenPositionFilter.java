package org.jiceng.kit.outbox;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;

/** Tells whoever has written how far to wait for to read it elsewhere. */
@Provider
public class WrittenPositionFilter implements ContainerResponseFilter {
  private static final Set<String> LOOKS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final WrittenPosition written;

  WrittenPositionFilter(WrittenPosition written) {
    this.written = written;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (LOOKS.contains(request.getMethod())
        || response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
      return;
    }
    written
        .text()
        .ifPresent(
            text ->
                response.getHeaders().putIfAbsent(WrittenPosition.HEADER, List.<Object>of(text)));
  }
}
