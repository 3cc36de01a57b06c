package org.jiceng.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The line to a district, on which something can be made to happen at the worst moment. */
final class BadLine implements AutoCloseable {
  private static final List<String> CARRIED =
      List.of(
          "Content-Type",
          "Content-Digest",
          "Exchange-To",
          "Signature",
          "Signature-Input",
          "Accept");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  /** When something happens. */
  enum Moment {
    /** The message is on its way and never arrives. */
    BEFORE_IT_ARRIVES,
    /** The message has had its effect, and the answer never arrives. */
    BEFORE_THE_ANSWER
  }

  private record Trap(String message, Moment moment, Runnable blow, CountDownLatch sprung) {}

  private final URI to;
  private final HttpServer server;
  private final AtomicReference<Trap> trap = new AtomicReference<>();

  BadLine(URI to) throws IOException {
    this.to = to;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::carry);
    server.start();
  }

  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next such message is lost, or its answer is, and this happens meanwhile. */
  Sprung at(Moment moment, String message, Runnable blow) {
    Trap set = new Trap(message, moment, blow, new CountDownLatch(1));
    trap.set(set);
    return atMost -> {
      if (!set.sprung().await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("no message for " + message + " came " + moment);
      }
    };
  }

  /** Waits for what is to happen. */
  interface Sprung {
    void await(Duration atMost) throws InterruptedException;
  }

  private void carry(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (springs(exchange, Moment.BEFORE_IT_ARRIVES)) {
        return;
      }
      HttpResponse<byte[]> answer =
          HTTP.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
      if (springs(exchange, Moment.BEFORE_THE_ANSWER)) {
        return;
      }
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean springs(HttpExchange exchange, Moment moment) {
    Trap set = trap.get();
    if (set == null
        || set.moment() != moment
        || !exchange.getRequestURI().getPath().endsWith("/" + set.message())
        || !trap.compareAndSet(set, null)) {
      return false;
    }
    set.blow().run();
    set.sprung().countDown();
    return true;
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.resolve(exchange.getRequestURI()))
            .timeout(Duration.ofSeconds(10))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    for (String header : CARRIED) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
