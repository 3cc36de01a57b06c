package org.jiceng.kit.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jiceng.kit.changes.Change;
import org.jiceng.kit.time.BusinessClock;

/**
 * Sends one event as a CloudEvent in structured JSON, signed as Standard Webhooks has it. Redirects
 * are not followed; of an answer only the status and {@code Retry-After} count.
 */
@ApplicationScoped
class WebhookSender {
  private static final String CLOUD_EVENT = "application/cloudevents+json; charset=UTF-8";
  private static final int MAX_ANSWER = 64 * 1024;
  private static final int GONE = 410;
  private static final String TOO_SLOW = "timeout";

  private final Vertx vertx;
  private final BusinessClock clock;
  private final ObjectMapper json;
  private final Receivers receivers;
  private final HttpClient client;
  private final Duration timeout;

  WebhookSender(
      Vertx vertx,
      BusinessClock clock,
      ObjectMapper json,
      Receivers receivers,
      WebhooksConfig config) {
    this.vertx = vertx;
    this.clock = clock;
    this.json = json;
    this.receivers = receivers;
    this.timeout = config.timeout();
    int millis = (int) timeout.toMillis();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(millis)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(2 * millis)
                .setMaxPoolSize(2));
  }

  void onStop(@Observes ShutdownEvent stopping) {
    client.close();
  }

  /** Sends it once and waits for the answer, or for the time to be over. */
  Attempt send(Webhook to, Change event, int attempt) throws InterruptedException {
    URI url = URI.create(to.url());
    List<InetAddress> addresses;
    try {
      addresses = receivers.addresses(url);
    } catch (UnknownHostException e) {
      return Attempt.failed("unknown-host");
    } catch (Receivers.NotAllowed e) {
      return Attempt.failed(e.getMessage());
    }
    return await(post(url, addresses.get(attempt % addresses.size()), to.secrets(), event));
  }

  private Future<HttpClientResponse> post(URI url, InetAddress at, Secrets secrets, Change event) {
    boolean tls = "https".equals(url.getScheme());
    int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(at, port)))
            .setHost(url.getHost())
            .setPort(port)
            .setSsl(tls)
            .setURI(pathOf(url))
            .setConnectTimeout(timeout.toMillis())
            .setFollowRedirects(false);
    String body = body(event);
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    String signatures =
        secrets.at(clock.now()).stream()
            .map(secret -> signature(secret, event.id().toString(), timestamp, body))
            .collect(Collectors.joining(" "));
    long end = System.nanoTime() + timeout.toNanos();
    return client
        .request(options)
        .compose(
            request -> {
              request
                  .putHeader("content-type", CLOUD_EVENT)
                  .putHeader("user-agent", "Jiceng-Webhooks/1")
                  .putHeader("webhook-id", event.id().toString())
                  .putHeader("webhook-timestamp", timestamp)
                  .putHeader("webhook-signature", signatures);
              return exchange(request, body, Duration.ofNanos(end - System.nanoTime()));
            });
  }

  /**
   * Sends it and takes the answer, all of it within the time that is left: or else it is cut off.
   */
  private Future<HttpClientResponse> exchange(
      HttpClientRequest request, String body, Duration left) {
    if (left.toMillis() <= 0) {
      request.reset();
      return Future.failedFuture(new TimeoutException());
    }
    long cut = vertx.setTimer(left.toMillis(), timer -> request.reset());
    return request
        .send(Buffer.buffer(body))
        .onSuccess(answer -> skim(request, answer, cut))
        .onFailure(failed -> vertx.cancelTimer(cut));
  }

  /** The rest of an answer is of no interest, and one without end is cut off. */
  private void skim(HttpClientRequest request, HttpClientResponse answer, long cut) {
    AtomicLong read = new AtomicLong();
    answer.handler(
        part -> {
          if (read.addAndGet(part.length()) > MAX_ANSWER) {
            request.reset();
          }
        });
    answer.endHandler(end -> vertx.cancelTimer(cut));
    answer.exceptionHandler(broken -> vertx.cancelTimer(cut));
  }

  private Attempt await(Future<HttpClientResponse> answer) throws InterruptedException {
    try {
      HttpClientResponse response =
          answer
              .toCompletionStage()
              .toCompletableFuture()
              .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      int status = response.statusCode();
      if (status / 100 == 2) {
        return Attempt.delivered();
      }
      return status == GONE
          ? Attempt.gone()
          : Attempt.failed("http-" + status, retryAfter(response.getHeader("retry-after")));
    } catch (TimeoutException e) {
      return Attempt.failed(TOO_SLOW);
    } catch (ExecutionException e) {
      return Attempt.failed(isTooSlow(e.getCause()) ? TOO_SLOW : "no-connection");
    }
  }

  /** What we cut off ourselves took too long. */
  private static boolean isTooSlow(Throwable cause) {
    return cause instanceof TimeoutException || cause instanceof StreamResetException;
  }

  /** Only the form in seconds; a date is taken for nothing. */
  private static Duration retryAfter(String header) {
    return header != null && header.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(header))
        : Duration.ZERO;
  }

  private String body(Change event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(String secret, String id, String timestamp, String body) {
    try {
      return new com.standardwebhooks.Webhook(secret).sign(id, Long.parseLong(timestamp), body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pathOf(URI url) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}
