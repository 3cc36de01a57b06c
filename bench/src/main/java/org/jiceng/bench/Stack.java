package org.jiceng.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.Ports;
import org.jiceng.stack.data.Secrets;
import org.jiceng.stack.data.StackState;
import org.jiceng.stack.issuer.TokenClient;

/** The running stack that is measured: its doors, and behind them its databases and its log. */
final class Stack {
  private final DataFolder data;
  private final StackState state;
  private final Ports ports;
  private final TokenClient tokens;

  Stack(Path folder) {
    data = new DataFolder(folder);
    state =
        StackState.running(data)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No stack runs on %s: start one with ./jiceng up --detach."
                            .formatted(folder)));
    ports = state.ports();
    tokens = new TokenClient(ports.issuerUrl());
  }

  Api registry() {
    return api(ports.registry());
  }

  Api member() {
    return api(ports.member());
  }

  Api activity() {
    return api(ports.activity());
  }

  Api reporting() {
    return api(ports.reporting());
  }

  private Api api(int port) {
    return new Api(java.net.URI.create("http://127.0.0.1:" + port), tokens.token("system"));
  }

  /** A bare connection to a service's database. */
  Connection database(String name) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name;
    return DriverManager.getConnection(url, name, new Secrets(data).get("database." + name));
  }

  /** The registry's process as it is now. */
  long registryProcess() {
    return state.children().get("org-registry-service").pid();
  }

  /** The processes of the four services. */
  LongStream services() {
    return state.children().entrySet().stream()
        .filter(child -> child.getKey().endsWith("-service"))
        .mapToLong(child -> child.getValue().pid());
  }

  String brokers() {
    return "127.0.0.1:" + ports.kafka();
  }
}
