package org.jiceng.reporting.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;

/** Reads all three logs from their beginning, redeliveries dropped by their positions. */
final class LogReader implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> lastSequence = new HashMap<>();

  LogReader(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                false,
                "max.poll.records",
                2_000,
                "max.partition.fetch.bytes",
                1 << 20,
                "fetch.max.bytes",
                4 << 20),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      consumer
          .partitionsFor(topic.topicName())
          .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Where the logs end now. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(consumer.assignment());
  }

  /** Whether everything before these offsets has been read. */
  boolean hasReached(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** The next events, but none at or beyond these offsets. */
  List<RecordedEvent> next(Map<TopicPartition, Long> until) {
    ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
    List<RecordedEvent> events = new ArrayList<>(records.count());
    for (TopicPartition partition : records.partitions()) {
      long end = until.getOrDefault(partition, 0L);
      for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
        if (record.offset() < end) {
          add(events, partition, record);
        }
      }
      if (consumer.position(partition) > end) {
        consumer.seek(partition, end);
      }
    }
    return events;
  }

  private void add(
      List<RecordedEvent> events, TopicPartition partition, ConsumerRecord<String, byte[]> record) {
    RecordedEvent event = CloudEventCodec.fromKafka(record);
    if (event.sequence() > lastSequence.getOrDefault(partition, 0L)) {
      lastSequence.put(partition, event.sequence());
      events.add(event);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
