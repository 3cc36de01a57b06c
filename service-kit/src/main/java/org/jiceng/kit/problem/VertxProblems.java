package org.jiceng.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problems for what is refused before any resource is found. */
@ApplicationScoped
public class VertxProblems {
  private static final int[] STATUSES = {400, 401, 403, 404, 405, 406, 413, 415, 500};

  private final ObjectMapper json;

  VertxProblems(ObjectMapper json) {
    this.json = json;
  }

  void register(@Observes Router router) {
    for (int status : STATUSES) {
      router.errorHandler(status, request -> answer(request, HttpFaults.typeOf(status)));
    }
  }

  /** Answers a request outside of any resource. */
  public void answer(RoutingContext request, ProblemType type) {
    if (request.response().ended()) {
      return;
    }
    Messages messages = Messages.in(ProblemResponses.accepted(request));
    ProblemBody body = ProblemResponses.body(new Problem(type, 0, 0), messages, request);
    request
        .response()
        .setStatusCode(type.status())
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Content-Language", messages.languageTag())
        .putHeader("Cache-Control", "no-store")
        .end(inJson(body));
  }

  private Buffer inJson(ProblemBody body) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
