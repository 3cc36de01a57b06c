package org.jiceng.stack.data;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of one stack, all on loopback. Stacks stand side by side in blocks, 100 ports apart.
 *
 * @param offset how far the block is from the first one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Ports(int offset) {
  public int postgres() {
    return 5433 + offset;
  }

  public int kafka() {
    return 9092 + offset;
  }

  public int kafkaController() {
    return 9093 + offset;
  }

  public int issuer() {
    return 8090 + offset;
  }

  public int registry() {
    return 8081 + offset;
  }

  public int member() {
    return 8082 + offset;
  }

  public int activity() {
    return 8083 + offset;
  }

  public int reporting() {
    return 8084 + offset;
  }

  /** The URL under which the issuer signs. */
  public String issuerUrl() {
    return "http://127.0.0.1:%d/jiceng".formatted(issuer());
  }

  private Map<String, Integer> byUse() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("PostgreSQL", postgres());
    ports.put("Kafka", kafka());
    ports.put("Kafka's controller", kafkaController());
    ports.put("the OIDC issuer", issuer());
    ports.put("the registry service", registry());
    ports.put("the member service", member());
    ports.put("the activity service", activity());
    ports.put("the reporting service", reporting());
    return ports;
  }

  /** Says which port is taken, and by what it is wanted. */
  public void requireFree() {
    byUse()
        .forEach(
            (use, port) -> {
              if (!free(port)) {
                throw new StackFailure(
                    "Port %d for %s is in use by another program; stop it, or choose other ports with --port-offset."
                        .formatted(port, use));
              }
            });
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
