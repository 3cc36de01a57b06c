package org.jiceng.kit.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;

/**
 * Gives an {@link Idempotent} method its transaction and, under an Idempotency-Key, its single
 * effect. Innermost, after validation: what is refused never opens a transaction.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
public class Idempotency {
  private final IdempotentRequest request;
  private final FirstAnswers answers;

  Idempotency(IdempotentRequest request, FirstAnswers answers) {
    this.request = request;
    this.answers = answers;
  }

  @AroundInvoke
  Object once(InvocationContext call) throws Exception {
    Optional<String> key = request.key();
    InTransaction work = () -> key.isEmpty() ? call.proceed() : onceUnder(key.get(), call);
    return QuarkusTransaction.joiningExisting().call(work::run);
  }

  private Object onceUnder(String key, InvocationContext call) throws Exception {
    Optional<FirstAnswer> first = answers.find(key, request.caller());
    if (first.isPresent()) {
      return replay(first.get());
    }
    if (!(call.proceed() instanceof Response response)) {
      throw new IllegalStateException(call.getMethod() + " is @Idempotent: it returns a Response");
    }
    FirstAnswer answer = answers.of(response, request.fingerprint());
    answers.keep(key, request.caller(), answer);
    return answer.toResponse(false);
  }

  private Response replay(FirstAnswer first) {
    if (!request.hasFingerprint(first.fingerprint())) {
      throw new Problem(CommonProblems.KEY_REUSED);
    }
    return first.toResponse(true);
  }

  private interface InTransaction {
    Object run() throws Exception;
  }
}
