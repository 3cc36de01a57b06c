package org.jiceng.kit.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jiceng.events.Topic;

/** The topics, kept for ever; whoever needs them first creates them. */
@ApplicationScoped
public class Topics {
  private final String bootstrapServers;
  private final int partitions;
  private final Optional<Short> replication;

  Topics(
      @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "127.0.0.1:9092")
          String bootstrapServers,
      @ConfigProperty(name = "jiceng.kafka.partitions", defaultValue = "3") int partitions,
      @ConfigProperty(name = "jiceng.kafka.replication") Optional<Short> replication) {
    this.bootstrapServers = bootstrapServers;
    this.partitions = partitions;
    this.replication = replication;
  }

  /** The brokers, as {@code host:port,…}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Creates the topics that are missing, with a retention without end. */
  public void ensure() {
    try (Admin admin = admin()) {
      var existing = admin.listTopics().names().get();
      var missing =
          Arrays.stream(Topic.values())
              .map(Topic::topicName)
              .filter(name -> !existing.contains(name))
              .map(this::keptForEver)
              .collect(Collectors.toList());
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("the topics could not be created", e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating the topics", e);
    }
  }

  /** A client to ask the broker about itself; the caller closes it. */
  public Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            10_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000));
  }

  private NewTopic keptForEver(String name) {
    return new NewTopic(name, Optional.of(partitions), replication)
        .configs(
            Map.of(
                TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
  }
}
