package org.jiceng.kit.problem;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever leaves a resource method as an exception into a problem. */
public class ProblemMappers {
  @ServerExceptionMapper
  public Response problem(Problem problem) {
    return ProblemResponses.of(problem);
  }
}
