package org.jiceng.member.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another district, as far as this one can tell: what it hears, and what it says as told to. */
final class FarDistrict implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, String> says = new ConcurrentHashMap<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  /** A request that came, its signature being good. */
  record Heard(String what, JsonNode body) {}

  FarDistrict(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What it says to that from now on. */
  void says(String what, String answer) {
    says.put(what, answer);
  }

  void answersWith(int httpStatus) {
    status = httpStatus;
  }

  List<Heard> heard(String what) {
    return heard.stream().filter(one -> one.what().equals(what)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String what = path.substring(path.lastIndexOf('/') + 1);
    var headers = exchange.getRequestHeaders();
    SignedParts parts =
        SignedParts.of(
            exchange.getRequestMethod(),
            headers.getFirst("Host"),
            exchange.getRequestURI(),
            headers.getFirst("Content-Digest"),
            headers.getFirst("Exchange-To"));
    HttpSignature signature =
        HttpSignature.read(headers.getFirst("Signature-Input"), headers.getFirst("Signature"));
    boolean good =
        signature.keyId().equals("near")
            && signature.isBy(List.of(TestKeys.NEAR.getPublic()), parts)
            && ContentDigest.fits(parts.contentDigest(), body)
            && parts.to().equals("far");
    heard.add(new Heard(good ? what : "forged " + what, JSON.readTree(body)));
    byte[] said =
        says.getOrDefault(what, "{\"outcome\":\"TAKEN\"}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** The configuration of a district that talks to this one. */
  public static final class Known implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      Map<String, String> config = new HashMap<>();
      config.put("jiceng.exchange.self", "near");
      config.put("jiceng.exchange.private-key", TestKeys.base64(TestKeys.NEAR.getPrivate()));
      config.put("jiceng.exchange.peers.far.url", "http://127.0.0.1:" + freePort());
      config.put("jiceng.exchange.peers.far.public-key", TestKeys.base64(TestKeys.FAR.getPublic()));
      config.put("jiceng.exchange.first-delay", "100ms");
      config.put("jiceng.exchange.longest-delay", "1s");
      config.put("jiceng.exchange.poll", "100ms");
      config.put("jiceng.exchange.timeout", "3s");
      config.put("jiceng.exchange.refusals", "2");
      return config;
    }

    @Override
    public void stop() {}

    private static int freePort() {
      try (ServerSocket socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
