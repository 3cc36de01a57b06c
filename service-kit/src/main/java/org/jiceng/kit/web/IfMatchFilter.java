package org.jiceng.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;

/** Refuses a change whose sender does not say which version it changes. */
@IfMatch
@Provider
public class IfMatchFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    String tags = request.getHeaderString(HttpHeaders.IF_MATCH);
    if (tags == null || tags.isBlank()) {
      throw new Problem(CommonProblems.IF_MATCH_REQUIRED);
    }
  }
}
