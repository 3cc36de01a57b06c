package org.jiceng.stack.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node, broker and controller in one. Arguments: the log folder, the cluster id, the
 * port, the controller's port.
 */
public final class KafkaMain {
  private KafkaMain() {}

  public static void main(String[] arguments) throws Exception {
    Path logs = Path.of(arguments[0]);
    String clusterId = arguments[1];
    int port = Integer.parseInt(arguments[2]);
    int controllerPort = Integer.parseInt(arguments[3]);
    if (!Files.exists(logs.resolve("meta.properties"))) {
      format(logs, clusterId);
    }
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(settings(logs, port, controllerPort)), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "kafka-stop"));
    server.startup();
    server.awaitShutdown();
  }

  private static void stop(KafkaRaftServer server) {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path logs, String clusterId) throws Exception {
    new Formatter()
        .setClusterId(clusterId)
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(logs.toString())
        .addDirectory(logs.toString())
        .run();
  }

  private static Map<String, Object> settings(Path logs, int port, int controllerPort) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", 1);
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("log.dirs", logs.toString());
    settings.put("auto.create.topics.enable", "false");
    // the log is the truth: nothing in it ever expires
    settings.put("log.retention.ms", "-1");
    settings.put("log.retention.bytes", "-1");
    settings.put("offsets.retention.minutes", Integer.MAX_VALUE);
    settings.put("offsets.topic.replication.factor", (short) 1);
    settings.put("offsets.topic.num.partitions", 4);
    settings.put("transaction.state.log.replication.factor", (short) 1);
    settings.put("transaction.state.log.min.isr", 1);
    settings.put("transaction.state.log.num.partitions", 4);
    settings.put("share.coordinator.state.topic.replication.factor", (short) 1);
    settings.put("share.coordinator.state.topic.min.isr", (short) 1);
    settings.put("group.initial.rebalance.delay.ms", 0);
    // after a crash the node waits this long for its own earlier life to be over
    settings.put("broker.session.timeout.ms", 4000);
    settings.put("broker.heartbeat.interval.ms", 1000);
    return settings;
  }
}
