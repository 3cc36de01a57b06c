package org.jiceng.stack.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.process.Java;
import org.jiceng.stack.process.Server;

/** Kafka as a child JVM, its logs kept in the data folder for ever. */
public final class KafkaServer implements Server {
  private final DataFolder data;
  private final int port;
  private final int controllerPort;

  public KafkaServer(DataFolder data, int port, int controllerPort) {
    this.data = data;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String title() {
    return "Kafka 4.1 on port " + port;
  }

  @Override
  public void prepare() {
    try {
      Files.createDirectories(data.resolve("kafka"));
      if (!Files.exists(clusterIdFile())) {
        Files.writeString(clusterIdFile(), Uuid.randomUuid().toString());
      }
    } catch (IOException e) {
      throw data.unwritable(e);
    }
  }

  private Path clusterIdFile() {
    return data.resolve("kafka").resolve("cluster-id");
  }

  private String clusterId() {
    try {
      return Files.readString(clusterIdFile()).strip();
    } catch (IOException e) {
      throw data.unwritable(e);
    }
  }

  @Override
  public List<String> command() {
    return Java.command(
        List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=info"),
        KafkaMain.class,
        data.resolve("kafka").resolve("log").toString(),
        clusterId(),
        Integer.toString(port),
        Integer.toString(controllerPort));
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public boolean ready() {
    return listens() && knowsItsNode();
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean knowsItsNode() {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "3000",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "2000"))) {
      return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
    } catch (KafkaException | ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
