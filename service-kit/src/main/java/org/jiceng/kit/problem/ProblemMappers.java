package org.jiceng.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jiceng.kit.ops.Correlation;

/** Turns whatever leaves a resource method as an exception into a problem. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String CHALLENGE = "Bearer realm=\"jiceng\"";

  @ServerExceptionMapper(Problem.class)
  public Response problem(Problem problem, RoutingContext request) {
    return ProblemResponses.of(problem, request);
  }

  @ServerExceptionMapper(MismatchedInputException.class)
  public Response mismatched(MismatchedInputException e, RoutingContext request) {
    return ProblemResponses.of(BodyFaults.of(e), request);
  }

  @ServerExceptionMapper(ConstraintViolationException.class)
  public Response violated(ConstraintViolationException e, RoutingContext request) {
    return ProblemResponses.of(ConstraintFaults.of(e), request);
  }

  /** No token at all (RFC 6750: a challenge without an error). */
  @ServerExceptionMapper(UnauthorizedException.class)
  public Response unauthorized(UnauthorizedException e, RoutingContext request) {
    return unauthenticated(CHALLENGE, request);
  }

  /** A token that is broken, foreign, expired or not meant for us. */
  @ServerExceptionMapper(AuthenticationFailedException.class)
  public Response authenticationFailed(AuthenticationFailedException e, RoutingContext request) {
    return unauthenticated(CHALLENGE + ", error=\"invalid_token\"", request);
  }

  @ServerExceptionMapper(ForbiddenException.class)
  public Response forbidden(ForbiddenException e, RoutingContext request) {
    return ProblemResponses.of(new Problem(CommonProblems.FORBIDDEN), request);
  }

  /** What the HTTP layer refuses by itself; an answer that already has a body keeps it. */
  @ServerExceptionMapper(WebApplicationException.class)
  public Response refused(WebApplicationException e, UriInfo uri, RoutingContext request) {
    if (e.getResponse().hasEntity()) {
      return e.getResponse();
    }
    if (e.getResponse().getStatus() == 500) {
      return anything(e, request);
    }
    return ProblemResponses.of(HttpFaults.of(e, uri), request);
  }

  @ServerExceptionMapper(Throwable.class)
  public Response anything(Throwable e, RoutingContext request) {
    Problem problem = Diagnosis.of(e);
    if (problem.type() == CommonProblems.INTERNAL) {
      LOG.errorf(e, "request %s failed", Correlation.of(request));
    } else if (problem.type() == CommonProblems.BUSY) {
      LOG.warnf("request %s was put off: %s", Correlation.of(request), e.getMessage());
    }
    return ProblemResponses.of(problem, request);
  }

  private static Response unauthenticated(String challenge, RoutingContext request) {
    return ProblemResponses.of(
        new Problem(CommonProblems.UNAUTHENTICATED).header(HttpHeaders.WWW_AUTHENTICATE, challenge),
        request);
  }
}
