package org.jiceng.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Puts the refusals of the HTTP layer into our own words. */
final class HttpFaults {
  private HttpFaults() {}

  static Problem of(WebApplicationException e, UriInfo uri) {
    if (e.getCause() instanceof JacksonException unreadable) {
      return BodyFaults.of(unreadable);
    }
    int status = e.getResponse().getStatus();
    Problem problem =
        status == 404 && e.getCause() != null
            ? unreadableParameter(e.getCause(), uri)
            : new Problem(typeOf(status));
    String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? problem : problem.header(HttpHeaders.ALLOW, allow);
  }

  static ProblemType typeOf(int status) {
    return switch (status) {
      case 401 -> CommonProblems.UNAUTHENTICATED;
      case 403 -> CommonProblems.FORBIDDEN;
      case 404 -> CommonProblems.NOT_FOUND;
      case 405 -> CommonProblems.METHOD_NOT_ALLOWED;
      case 406 -> CommonProblems.NOT_ACCEPTABLE;
      case 409 -> CommonProblems.CONFLICT;
      case 412 -> CommonProblems.STALE;
      case 413 -> CommonProblems.BODY_TOO_LARGE;
      case 415 -> CommonProblems.UNSUPPORTED_MEDIA_TYPE;
      case 503 -> CommonProblems.BUSY;
      default -> status < 500 ? CommonProblems.BAD_REQUEST : CommonProblems.INTERNAL;
    };
  }

  /** The rest of such a body will not be read, so the connection cannot be used again. */
  static Problem tooLarge() {
    return new Problem(CommonProblems.BODY_TOO_LARGE).header("Connection", "close");
  }

  /**
   * The HTTP layer says 404 for a query parameter that it cannot read, and does not say which: it
   * is the one that has the value. A path that cannot be read leads nowhere (404).
   */
  private static Problem unreadableParameter(Throwable cause, UriInfo uri) {
    String culprit = culprit(cause);
    return uri.getQueryParameters().entrySet().stream()
        .filter(parameter -> parameter.getValue().contains(culprit))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(name -> Problem.malformed(name, "unreadable"))
        .orElseGet(() -> new Problem(CommonProblems.NOT_FOUND));
  }

  private static String culprit(Throwable cause) {
    if (cause instanceof UnreadableParameter parameter) {
      return parameter.value();
    }
    return cause instanceof DateTimeParseException date ? date.getParsedString() : null;
  }
}
