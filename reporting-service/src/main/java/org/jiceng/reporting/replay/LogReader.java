package org.jiceng.reporting.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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

/**
 * Reads partitions of the logs from given places on, as nobody's consumer group; what was delivered
 * twice is dropped by its position in the log. Not for two threads.
 */
public final class LogReader implements AutoCloseable {
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<TopicPartition, Place> places = new HashMap<>();

  /** Reads from these places on, at most so many records at a time. */
  public LogReader(String bootstrapServers, Collection<Place> from, int atMost) {
    consumer =
        new KafkaConsumer<>(
            settings(bootstrapServers, atMost),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    from.forEach(place -> places.put(place.partition(), place));
    consumer.assign(places.keySet());
    from.forEach(place -> consumer.seek(place.partition(), place.nextOffset()));
  }

  /** Reads all three logs from their beginning. */
  public static LogReader ofAll(String bootstrapServers, int atMost) {
    try (KafkaConsumer<String, byte[]> asking =
        new KafkaConsumer<>(
            settings(bootstrapServers, atMost),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<Place> beginnings =
          Topic.FACTS.stream()
              .flatMap(topic -> asking.partitionsFor(topic.topicName()).stream())
              .map(p -> Place.beginning(new TopicPartition(p.topic(), p.partition())))
              .toList();
      return new LogReader(bootstrapServers, beginnings, atMost);
    }
  }

  private static Map<String, Object> settings(String bootstrapServers, int atMost) {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "enable.auto.commit",
        false,
        "auto.offset.reset",
        "earliest",
        "max.poll.records",
        atMost,
        "max.partition.fetch.bytes",
        1 << 20,
        "fetch.max.bytes",
        4 << 20);
  }

  /** Where the logs end now. */
  public Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(places.keySet());
  }

  /** How far it has read. */
  public Collection<Place> places() {
    return List.copyOf(places.values());
  }

  /** Whether everything before these offsets has been read. */
  public boolean hasReached(Map<TopicPartition, Long> until) {
    return places.values().stream()
        .allMatch(place -> place.nextOffset() >= until.getOrDefault(place.partition(), 0L));
  }

  /**
   * The next events by partition, but none at or beyond these offsets and none that was put aside.
   * Nothing, after a second, where nothing more is there.
   *
   * @throws org.jiceng.events.UnreadableEvent when a record is none of ours
   */
  public List<Batch> next(Map<TopicPartition, Long> until, ParkedOffsets parked) {
    holdWhatIsRead(until);
    ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
    List<Batch> batches = new ArrayList<>();
    for (Place from : places()) {
      TopicPartition partition = from.partition();
      long end = until.getOrDefault(partition, 0L);
      Batch batch = batch(from, records.records(partition), end, parked);
      if (consumer.position(partition) > end) {
        consumer.seek(partition, end);
      }
      if (batch.to().nextOffset() > from.nextOffset()) {
        places.put(partition, batch.to());
        batches.add(batch);
      }
    }
    return batches;
  }

  private void holdWhatIsRead(Map<TopicPartition, Long> until) {
    List<TopicPartition> read =
        places.values().stream()
            .filter(place -> place.nextOffset() >= until.getOrDefault(place.partition(), 0L))
            .map(Place::partition)
            .toList();
    consumer.resume(places.keySet());
    consumer.pause(read);
  }

  private Batch batch(
      Place from, List<ConsumerRecord<String, byte[]>> records, long end, ParkedOffsets parked) {
    List<RecordedEvent> events = new ArrayList<>(records.size());
    long sequence = from.lastSequence();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.offset() < end && !parked.contains(from.partition(), record.offset())) {
        RecordedEvent event = CloudEventCodec.fromKafka(record);
        if (event.sequence() > sequence) {
          sequence = event.sequence();
          events.add(event);
        }
      }
    }
    long next = Math.max(from.nextOffset(), Math.min(end, consumer.position(from.partition())));
    return new Batch(from, new Place(from.partition(), next, sequence), events);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
