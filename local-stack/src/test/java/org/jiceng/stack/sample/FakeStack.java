package org.jiceng.stack.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jiceng.stack.StackAccess;

/** Answers as the services' doors do, over real HTTP, and keeps what was asked. */
final class FakeStack implements AutoCloseable {
  /** What is answered: a status and a JSON or CSV body. */
  record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Function<HttpExchange, Answer>> doors = new ConcurrentHashMap<>();
  final List<String> asked = new ArrayList<>();
  final List<String> keys = new ArrayList<>();

  FakeStack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What is answered to a method and path, by the request. */
  FakeStack at(String methodAndPath, Function<HttpExchange, Answer> door) {
    doors.put(methodAndPath, door);
    return this;
  }

  StackAccess access(Scale scale) {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new StackAccess(base, base, base, base, role -> role + "-token", scale);
  }

  private synchronized void answer(HttpExchange exchange) {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      if (key != null) {
        keys.add(key);
      }
      String door = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      Answer answer =
          doors.getOrDefault(door, e -> new Answer(404, "{\"title\":\"no door\"}")).apply(exchange);
      byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
