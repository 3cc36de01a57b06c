package org.jiceng.kit.audit;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the questions of a request on record when its transaction is over and before its answer
 * leaves: so a refusal rolls nothing of it back, and no request waits for a second connection to
 * the database while it holds one.
 */
@Provider
public class AskedQuestions implements ContainerResponseFilter {
  private static final String PENDING = AskedQuestions.class.getName();

  private final CurrentVertxRequest current;
  private final AuditReads reads;

  AskedQuestions(CurrentVertxRequest current, AuditReads reads) {
    this.current = current;
    this.reads = reads;
  }

  static void add(RoutingContext request, AuditRecord question) {
    List<AuditRecord> pending = request.get(PENDING);
    if (pending == null) {
      pending = new ArrayList<>();
      request.put(PENDING, pending);
    }
    pending.add(question);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    RoutingContext routing = current.getCurrent();
    List<AuditRecord> pending = routing == null ? null : routing.remove(PENDING);
    if (pending != null) {
      reads.append(pending);
    }
  }
}
