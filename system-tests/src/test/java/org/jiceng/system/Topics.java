package org.jiceng.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every record of every topic of a broker, as bytes. */
final class Topics {
  private final int port;

  Topics(int port) {
    this.port = port;
  }

  /** Shows each key, header and value with its topic; answers how many records there were. */
  long each(BiConsumer<String, byte[]> look) {
    Properties settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(Topics::partition)
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long count = 0;
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          count++;
          show(record, look);
        }
      }
      return count;
    }
  }

  private static void show(ConsumerRecord<byte[], byte[]> record, BiConsumer<String, byte[]> look) {
    if (record.key() != null) {
      look.accept(record.topic(), record.key());
    }
    if (record.value() != null) {
      look.accept(record.topic(), record.value());
    }
    record
        .headers()
        .forEach(
            header -> {
              if (header.value() != null) {
                look.accept(record.topic() + " " + header.key(), header.value());
              }
            });
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
