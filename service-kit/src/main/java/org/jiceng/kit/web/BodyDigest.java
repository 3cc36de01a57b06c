package org.jiceng.kit.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Digests the body of a request with an Idempotency-Key while it is read, whatever its size. */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyDigest implements ReaderInterceptor {
  private final IdempotentRequest request;

  BodyDigest(IdempotentRequest request) {
    this.request = request;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getHeaders().containsKey(IdempotentRequest.HEADER)) {
      context.setInputStream(request.digested(context.getInputStream()));
    }
    return context.proceed();
  }
}
