package org.jiceng.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The whole stack at scale {@code small}, started once for all tests by what stands behind {@code
 * ./jiceng}, and taken down when the test JVM ends.
 */
final class District {
  private static final Path DATA = Path.of("target", "district").toAbsolutePath();
  private static final Duration START = Duration.ofMinutes(5);
  private static District started;

  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<String, URI> services;

  private District() {
    Output up = jiceng(START, "up", "--scale", "small", "--fresh", "--detach");
    if (up.exit() != 0) {
      throw new IllegalStateException("the stack did not start:\n" + up.text());
    }
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> jiceng(Duration.ofMinutes(1), "down"), "down"));
    services = ports();
  }

  static synchronized District running() {
    if (started == null) {
      started = new District();
    }
    return started;
  }

  /** What a command of the script printed, and how it ended. */
  record Output(int exit, String text) {}

  Output jiceng(String... arguments) {
    return jiceng(Duration.ofMinutes(2), arguments);
  }

  Api registry(String role) {
    return api("registry", token(role));
  }

  Api member(String role) {
    return api("member", token(role));
  }

  Api activity(String role) {
    return api("activity", token(role));
  }

  Api reporting(String role) {
    return api("reporting", token(role));
  }

  Api api(String service, String token) {
    return new Api(services.get(service), token);
  }

  /** Its services by their names. */
  Map<String, URI> services() {
    return Map.copyOf(services);
  }

  int kafkaPort() {
    return 9092 + stack().at("/ports/offset").asInt();
  }

  /** Where its issuer gives tokens. */
  String tokenUrl() {
    return "http://127.0.0.1:%d/jiceng/token".formatted(8090 + stack().at("/ports/offset").asInt());
  }

  URI url(String service) {
    return services.get(service);
  }

  String token(String role) {
    return tokens.computeIfAbsent(role, r -> jiceng("token", r).text().strip());
  }

  String token(String role, String organizationCode) {
    return jiceng("token", role, "--org", organizationCode).text().strip();
  }

  private static Output jiceng(Duration atMost, String... arguments) {
    return JicengCommand.run(DATA, Map.of(), atMost, arguments);
  }

  /** A figure as of today, of the whole district where no organisation is named. */
  long figure(String indicator, String organization) throws IOException, InterruptedException {
    String scope = organization == null ? "" : "&organization=" + organization;
    Api.Answer answer = reporting("system").get("statistics?indicators=" + indicator + scope);
    if (answer.status() != 200) {
      throw new IllegalStateException(indicator + ": " + answer.status() + " " + answer.body());
    }
    return answer.body().at("/values/0/value").asLong();
  }

  /** Sends a file of rows, and says as what it ended. */
  String importCsv(String service, String kind, String rows)
      throws IOException, InterruptedException {
    Api api = api(service, token("system"));
    Api.Answer sent = api.postRaw(kind + "/imports", "text/csv; charset=utf-8", rows);
    if (sent.status() >= 300) {
      throw new IllegalStateException(kind + ": " + sent.status() + " " + sent.body());
    }
    return await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> api.get("imports/" + sent.text("id")).text("state"),
            state -> !List.of("QUEUED", "RUNNING").contains(state));
  }

  /** The process of a part of the stack as it is now. */
  long pid(String child) {
    return stack().at("/children/" + child + "/pid").asLong();
  }

  /** Holds a process where it is, until it is killed. */
  void freeze(long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-STOP", Long.toString(pid)).inheritIO().start().waitFor();
  }

  /** Kills a process of the stack with SIGKILL; the supervisor brings it back. */
  void kill(String child) {
    killProcess(pid(child));
  }

  void killProcess(long pid) {
    ProcessHandle.of(pid)
        .orElseThrow(() -> new IllegalStateException("no process " + pid))
        .destroyForcibly();
  }

  /** Returns when every process of the stack is there and every service says that it is ready. */
  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> allAreThere() && services.values().stream().allMatch(Api::isReady));
  }

  private static boolean allAreThere() {
    for (JsonNode child : stack().path("children")) {
      if (!ProcessHandle.of(child.path("pid").asLong()).map(ProcessHandle::isAlive).orElse(false)) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, URI> ports() {
    int offset = stack().at("/ports/offset").asInt();
    Map<String, URI> services = new ConcurrentHashMap<>();
    int port = 8081 + offset;
    for (String name : List.of("registry", "member", "activity", "reporting")) {
      services.put(name, URI.create("http://127.0.0.1:" + port++));
    }
    return services;
  }

  private static JsonNode stack() {
    try {
      return Api.JSON.readTree(DATA.resolve("stack.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
