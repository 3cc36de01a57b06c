package org.jiceng.kit.problem;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jiceng.kit.ops.Correlation;

/** Puts a problem into words and onto the wire, in the language of the request being served. */
final class ProblemResponses {
  private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

  private ProblemResponses() {}

  static Response of(Problem problem, RoutingContext request) {
    Messages messages = Messages.in(accepted(request));
    Response.ResponseBuilder response =
        Response.status(problem.type().status())
            .type(PROBLEM_JSON)
            .header(HttpHeaders.CONTENT_LANGUAGE, messages.languageTag())
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(body(problem, messages, request));
    problem.headers().forEach(response::header);
    return response.build();
  }

  static ProblemBody body(Problem problem, Messages messages, RoutingContext request) {
    ProblemType type = problem.type();
    String detail = messages.text(type.code() + ".detail", problem.args());
    return new ProblemBody(
        type.uri(),
        messages.text(type.code() + ".title", List.of()),
        type.status(),
        detail,
        request == null ? null : request.request().path(),
        problem.faults().stream().map(fault -> inWords(fault, detail, messages)).toList(),
        request == null ? null : Correlation.of(request),
        problem.extensions());
  }

  private static Violation inWords(Problem.Fault fault, String detail, Messages messages) {
    return new Violation(fault.field(), fault.code(), sentence(fault, detail, messages));
  }

  private static String sentence(Problem.Fault fault, String detail, Messages messages) {
    if (fault.message() != null) {
      return fault.message();
    }
    return fault.args() == null ? detail : messages.text("violation." + fault.code(), fault.args());
  }

  static List<Locale> accepted(RoutingContext request) {
    return request == null
        ? List.of()
        : request.acceptableLanguages().stream()
            .map(LanguageHeader::tag)
            .map(Locale::forLanguageTag)
            .toList();
  }
}
