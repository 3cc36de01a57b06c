package org.jiceng.kit.ops;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The id that ties a request to its log lines, its audit records, its events and its problem: the
 * caller's {@code X-Correlation-Id}, else the W3C trace id, else a new one. Every answer carries it
 * back.
 */
@Singleton
public class Correlation {
  /** The header, in and out. */
  public static final String HEADER = "X-Correlation-Id";

  private static final String KEY = "correlationId";
  private static final int BEFORE_ALL_OTHERS = 10_000;
  // Nothing that could break a log line or outgrow a column is taken over.
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  void register(@Observes Filters filters) {
    filters.register(Correlation::correlate, BEFORE_ALL_OTHERS);
  }

  /** Holds on to an id until it is closed. */
  public interface Carried extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * The id of the request being served, else the one that is carried on; null where there is none.
   */
  public static String current() {
    RoutingContext request = request();
    return request == null ? (String) MDC.get(KEY) : of(request);
  }

  /** Carries an id on, into log lines and events, for work that no request waits for. */
  public static Carried carry(String id) {
    Object before = MDC.get(KEY);
    put(id);
    return () -> put(before);
  }

  private static void put(Object id) {
    if (id == null) {
      MDC.remove(KEY);
    } else {
      MDC.put(KEY, id);
    }
  }

  private static RoutingContext request() {
    var container = Arc.container();
    return container == null || !container.requestContext().isActive()
        ? null
        : container.instance(CurrentVertxRequest.class).get().getCurrent();
  }

  /** The id of a request. */
  public static String of(RoutingContext request) {
    return request.get(KEY);
  }

  private static void correlate(RoutingContext request) {
    String id = idFor(request);
    request.put(KEY, id);
    request.response().putHeader(HEADER, id);
    MDC.put(KEY, id);
    request.next();
  }

  private static String idFor(RoutingContext request) {
    String given = request.request().getHeader(HEADER);
    if (given != null && ACCEPTED.matcher(given).matches()) {
      return given;
    }
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      return span.getTraceId();
    }
    String parent = request.request().getHeader("traceparent");
    Matcher trace = parent == null ? null : TRACEPARENT.matcher(parent);
    return trace != null && trace.matches()
        ? trace.group(1)
        : UUID.randomUUID().toString().replace("-", "");
  }
}
