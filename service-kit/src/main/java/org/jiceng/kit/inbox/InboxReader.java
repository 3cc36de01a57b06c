package org.jiceng.kit.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jiceng.events.Topic;
import org.jiceng.kit.kafka.Topics;

/**
 * Reads a handler's topics as one of its consumer group and gives each partition's events to the
 * inbox transaction. Where to read from is what the database says, never what Kafka remembers.
 */
final class InboxReader {
  private static final Logger LOG = Logger.getLogger(InboxReader.class);

  private final InboxTransaction transaction;
  private final Topics topics;
  private final InboxConfig config;
  private final String group;
  private final Thread thread;
  private volatile boolean running = true;
  private volatile KafkaConsumer<String, byte[]> consumer;

  InboxReader(InboxTransaction transaction, Topics topics, InboxConfig config, String group) {
    this.transaction = transaction;
    this.topics = topics;
    this.config = config;
    this.group = group;
    this.thread = new Thread(this::keepReading, "inbox-" + transaction.handler().name());
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void stop() {
    running = false;
    KafkaConsumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }

  private void keepReading() {
    while (running) {
      try {
        topics.ensure();
        read();
      } catch (WakeupException e) {
        LOG.debug("woken to stop");
      } catch (Exception e) {
        if (running) {
          LOG.warnf("%s reads again after: %s", group, e);
          pause();
        }
      }
    }
  }

  private void read() throws Exception {
    try (KafkaConsumer<String, byte[]> opened = new KafkaConsumer<>(settings())) {
      consumer = opened;
      opened.subscribe(
          transaction.handler().topics().stream().map(Topic::topicName).toList(),
          new StartWhereTheDatabaseSays(opened));
      while (running) {
        ConsumerRecords<String, byte[]> records = opened.poll(Duration.ofSeconds(1));
        for (TopicPartition partition : records.partitions()) {
          take(opened, partition, records.records(partition));
        }
        if (!records.isEmpty()) {
          opened.commitAsync();
        }
      }
    } finally {
      consumer = null;
    }
  }

  private void take(
      KafkaConsumer<String, byte[]> from,
      TopicPartition partition,
      List<ConsumerRecord<String, byte[]>> records)
      throws Exception {
    long next = transaction.take(partition, records);
    if (next != records.get(records.size() - 1).offset() + 1) {
      from.seek(partition, next);
    }
  }

  private Map<String, Object> settings() {
    return Map.ofEntries(
        Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, topics.bootstrapServers()),
        Map.entry(ConsumerConfig.GROUP_ID_CONFIG, group),
        Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
        Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
        Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batch()),
        Map.entry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1),
        Map.entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20),
        Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20),
        Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000),
        Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000),
        Map.entry(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000),
        Map.entry(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class),
        Map.entry(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class));
  }

  private void pause() {
    try {
      Thread.sleep(config.pauseAfterFailure().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class StartWhereTheDatabaseSays implements ConsumerRebalanceListener {
    private final KafkaConsumer<String, byte[]> of;

    StartWhereTheDatabaseSays(KafkaConsumer<String, byte[]> of) {
      this.of = of;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      LOG.debugf("%s gives up %s", group, revoked);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      assigned.forEach(partition -> of.seek(partition, transaction.nextOffset(partition)));
    }
  }
}
