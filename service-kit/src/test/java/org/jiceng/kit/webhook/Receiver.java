package org.jiceng.kit.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;

/** Another system's end of a subscription, as the world outside has it. */
final class Receiver implements AutoCloseable {
  /** What came in. */
  record Message(Map<String, List<String>> headers, String body) {
    String id() {
      return headers.get("Webhook-id").get(0);
    }

    String subject() {
      return new JsonPath(body).getString("subject");
    }

    String organization() {
      return new JsonPath(body).getString("data.organizationId");
    }
  }

  private final HttpServer server;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private volatile boolean dripping;
  private volatile ToIntFunction<Message> answer = message -> 204;

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/", this::take);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Message message = new Message(Map.copyOf(exchange.getRequestHeaders()), body);
    messages.add(message);
    int status = answer.applyAsInt(message);
    if (status / 100 == 3) {
      exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
    }
    if (dripping) {
      drip(exchange);
    } else {
      exchange.sendResponseHeaders(status, -1);
    }
    exchange.close();
  }

  /** An answer that goes on and on, until whoever asked hangs up. */
  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    while (true) {
      exchange.getResponseBody().write('.');
      exchange.getResponseBody().flush();
      LockSupport.parkNanos(50_000_000);
    }
  }

  void drips() {
    dripping = true;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/jiceng";
  }

  void answers(ToIntFunction<Message> status) {
    answer = status;
  }

  /** Everything that came in, also again, in order. */
  List<Message> messages() {
    return messages;
  }

  List<String> organizations() {
    return messages.stream().map(Message::organization).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
