package org.jiceng.member.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jiceng.kit.time.BusinessClock;

/** Sends signed requests to other districts. Redirects are not followed; answers are bounded. */
@ApplicationScoped
class PeerClient {
  private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);

  private final Vertx vertx;
  private final Districts districts;
  private final ObjectMapper json;
  private final BusinessClock clock;
  private final Duration timeout;
  private final long maxBody;
  private HttpClient client;

  PeerClient(
      Vertx vertx,
      Districts districts,
      ObjectMapper json,
      BusinessClock clock,
      ExchangeConfig config) {
    this.vertx = vertx;
    this.districts = districts;
    this.json = json;
    this.clock = clock;
    this.timeout = config.timeout();
    this.maxBody = config.maxBody().asLongValue();
  }

  void onStop(@Observes ShutdownEvent stopping) {
    if (client != null) {
      client.close();
    }
  }

  /** Sends a message and waits for the answer, or for the time to be over. */
  Attempt post(District to, String path, UUID id, byte[] body) throws InterruptedException {
    return send(to, HttpMethod.POST, path, id, body);
  }

  /** Asks for something. */
  Attempt get(District to, String pathAndQuery) throws InterruptedException {
    return send(to, HttpMethod.GET, pathAndQuery, UUID.randomUUID(), new byte[0]);
  }

  private Attempt send(District to, HttpMethod method, String address, UUID id, byte[] body)
      throws InterruptedException {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setHost(to.url().getHost())
            .setPort(to.port())
            .setSsl(to.isTls())
            .setURI(address)
            .setFollowRedirects(false);
    String digest = ContentDigest.of(body);
    SignedParts parts =
        SignedParts.of(method.name(), to.authority(), URI.create(address), digest, to.name());
    HttpSignature signature =
        HttpSignature.of(parts, districts.self(), id, clock.now(), districts.key());
    Future<Reply> reply =
        client()
            .request(options)
            .compose(
                request -> {
                  request
                      .putHeader("Accept", "application/json")
                      .putHeader("User-Agent", "Jiceng-Exchange/1")
                      .putHeader(ContentDigest.HEADER, digest)
                      .putHeader(SignedParts.TO, to.name());
                  signature.headers().forEach(request::putHeader);
                  if (body.length > 0) {
                    request.putHeader("Content-Type", "application/json");
                  }
                  return request
                      .send(Buffer.buffer(body))
                      .compose(response -> read(request, response));
                });
    return await(reply);
  }

  /** What came back. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Reply(int status, byte[] body) {}

  private Future<Reply> read(HttpClientRequest request, HttpClientResponse response) {
    Promise<Reply> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(whole::tryFail);
    response.handler(
        part -> {
          if (body.length() + part.length() > maxBody) {
            request.reset();
            whole.tryFail("too large");
          } else {
            body.appendBuffer(part);
          }
        });
    response.endHandler(
        end -> whole.tryComplete(new Reply(response.statusCode(), body.getBytes())));
    return whole.future();
  }

  private Attempt await(Future<Reply> reply) throws InterruptedException {
    try {
      Reply came =
          reply
              .toCompletionStage()
              .toCompletableFuture()
              .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      int status = came.status();
      if (status == 200) {
        return Attempt.answered(came.body());
      }
      return status / 100 == 4 && !TRY_AGAIN.contains(status)
          ? Attempt.refused(problem(came))
          : Attempt.failed("http-" + status);
    } catch (TimeoutException e) {
      return Attempt.failed("timeout");
    } catch (ExecutionException e) {
      return Attempt.failed("no-connection");
    }
  }

  /** The word at the end of the problem's type: never more of what a stranger says. */
  private String problem(Reply reply) {
    try {
      String type = json.readTree(reply.body()).path("type").asText();
      String word = type.substring(type.lastIndexOf('/') + 1);
      return word.matches("[a-z-]{1,60}") ? word : "http-" + reply.status();
    } catch (IOException e) {
      return "http-" + reply.status();
    }
  }

  private synchronized HttpClient client() {
    if (client == null) {
      int millis = (int) timeout.toMillis();
      client =
          vertx.createHttpClient(
              new HttpClientOptions()
                  .setConnectTimeout(millis)
                  .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                  .setIdleTimeout(2 * millis)
                  .setMaxPoolSize(2));
    }
    return client;
  }
}
