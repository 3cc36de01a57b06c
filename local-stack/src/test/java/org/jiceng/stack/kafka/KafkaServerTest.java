package org.jiceng.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.FreePort;
import org.jiceng.stack.process.Running;
import org.jiceng.stack.sample.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
  @TempDir Path folder;

  @Test
  void aTopicIsStillThereAfterARestart() throws Exception {
    DataFolder data = new DataFolder(folder);
    data.claim(Scale.SMALL);
    KafkaServer server = new KafkaServer(data, FreePort.find(), FreePort.find());
    try (Running running = new Running(data, server);
        Admin admin = admin(server)) {
      assertThat(running.family().marks()).containsKey("kafka");
      admin
          .createTopics(List.of(new NewTopic("jiceng.test", 3, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
    try (Running again = new Running(data, server);
        Admin admin = admin(server)) {
      assertThat(again.family().marks()).containsKey("kafka");
      assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("jiceng.test");
    }
  }

  private static Admin admin(KafkaServer server) {
    return Admin.create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers()));
  }
}
