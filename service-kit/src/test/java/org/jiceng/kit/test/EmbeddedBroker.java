package org.jiceng.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A single Kafka node, broker and controller in one, within this JVM. */
final class EmbeddedBroker implements TestBroker {
  private final int port = freePort();
  private final KafkaRaftServer server;

  EmbeddedBroker() {
    try {
      Path log = Files.createTempDirectory("jiceng-kafka");
      int controllerPort = freePort();
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(log.toString())
          .addDirectory(log.toString())
          .run();
      server = new KafkaRaftServer(new KafkaConfig(settings(log, controllerPort)), Time.SYSTEM);
      server.startup();
    } catch (Exception e) {
      throw new IllegalStateException("the embedded Kafka did not start", e);
    }
  }

  private Map<String, Object> settings(Path log, int controllerPort) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", 1),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
        Map.entry(
            "listeners",
            "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
        Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
        Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("log.dirs", log.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("offsets.topic.replication.factor", (short) 1),
        Map.entry("offsets.topic.num.partitions", 1),
        Map.entry("group.initial.rebalance.delay.ms", 0),
        Map.entry("transaction.state.log.replication.factor", (short) 1),
        Map.entry("transaction.state.log.min.isr", 1));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }
}
