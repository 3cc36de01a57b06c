package org.jiceng.stack.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiceng.stack.data.Checkout;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.Ports;
import org.jiceng.stack.data.Secrets;
import org.jiceng.stack.process.Java;
import org.jiceng.stack.process.Server;

/** One of Jiceng's services in a JVM of its own, kept small. */
public final class ServiceServer implements Server {
  /**
   * Small when idle: the quick compiler only, and a heap that is given back. The young part is
   * large enough for a batch of events or rows to die in, or most of a bulk load would be
   * collecting.
   */
  private static final List<String> FLAGS =
      List.of(
          "-Xms16m",
          "-Xmx192m",
          "-XX:NewSize=32m",
          "-XX:MaxNewSize=32m",
          "-XX:SurvivorRatio=2",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:MinHeapFreeRatio=40",
          "-XX:MaxHeapFreeRatio=60",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError");

  /** For those who measure: flags added after ours, so that they win. */
  private static final String MORE_FLAGS = "JICENG_SERVICE_FLAGS";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Module module;
  private final Ports ports;
  private final Surroundings surroundings;

  public ServiceServer(Module module, DataFolder data, Ports ports, Secrets secrets) {
    this.module = module;
    this.ports = ports;
    this.surroundings = new Surroundings(data, ports, secrets);
  }

  @Override
  public String name() {
    return module.folder();
  }

  @Override
  public String title() {
    return "%s on port %d".formatted(module.folder(), module.port(ports));
  }

  @Override
  public void prepare() {
    Checkout.built(module.folder(), "quarkus-app/quarkus-run.jar");
  }

  @Override
  public List<String> command() {
    List<String> command = new ArrayList<>(List.of(Java.program()));
    command.addAll(FLAGS);
    Optional.ofNullable(System.getenv(MORE_FLAGS))
        .filter(flags -> !flags.isBlank())
        .ifPresent(flags -> command.addAll(List.of(flags.strip().split("\\s+"))));
    command.add("-jar");
    command.add(Checkout.built(module.folder(), "quarkus-app/quarkus-run.jar").toString());
    return command;
  }

  @Override
  public Map<String, String> environment() {
    return surroundings.of(module);
  }

  @Override
  public boolean ready() {
    return ready(module, ports);
  }

  /** Whether a service says that it, its database and its broker work. */
  public static boolean ready(Module module, Ports ports) {
    URI health = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(module.port(ports)));
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
