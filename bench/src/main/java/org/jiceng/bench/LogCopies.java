package org.jiceng.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes a district that is so many times as large straight into the logs of another cluster: all
 * that one log tells, so many times over, each time of other organisations, members, units and
 * sites in the same territory. Positions are dense again; the services' own counts are left out.
 */
final class LogCopies {
  private static final List<String> TOPICS =
      List.of("jiceng.registry.v1", "jiceng.member.v1", "jiceng.activity.v1");
  private static final Pattern ID =
      Pattern.compile("\\b[0-9a-f]{8}(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b)");

  private final String from;
  private final String to;
  private final Map<String, Long> sequences = new TreeMap<>();
  private long written;

  LogCopies(String from, String to) {
    this.from = from;
    this.to = to;
  }

  /** Writes them; returns the number of events. */
  long write(int times) throws Exception {
    topics();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            to,
            "linger.ms",
            20,
            "batch.size",
            1 << 18,
            "enable.idempotence",
            true,
            "buffer.memory",
            64L << 20);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int copy = 0; copy < times; copy++) {
        copy(copy, producer);
      }
      producer.flush();
    }
    return written;
  }

  private void topics() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", to))) {
      admin
          .createTopics(
              TOPICS.stream()
                  .map(
                      name ->
                          new NewTopic(name, 3, (short) 1).configs(Map.of("retention.ms", "-1")))
                  .toList())
          .all()
          .get();
    }
  }

  private void copy(int copy, KafkaProducer<byte[], byte[]> producer) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", from, "enable.auto.commit", false, "max.poll.records", 10_000);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          TOPICS.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))
              && isOf(copy, record)) {
            producer.send(of(copy, record));
            written++;
          }
        }
      }
    }
  }

  /** Areas are the same for all; what a service counted is true of one only. */
  private static boolean isOf(int copy, ConsumerRecord<byte[], byte[]> record) {
    String type = text(record.headers().lastHeader("ce_type").value());
    return !type.contains("-counted") && (copy == 0 || !type.contains(".area-"));
  }

  private ProducerRecord<byte[], byte[]> of(int copy, ConsumerRecord<byte[], byte[]> record) {
    ProducerRecord<byte[], byte[]> made =
        new ProducerRecord<>(
            record.topic(),
            null,
            record.timestamp(),
            renamed(copy, record.key()),
            renamed(copy, record.value()));
    for (Header header : record.headers()) {
      made.headers().add(header.key(), header(copy, record.topic(), header));
    }
    return made;
  }

  private byte[] header(int copy, String topic, Header header) {
    return switch (header.key()) {
      case "ce_sequence" ->
          "%020d".formatted(sequences.merge(topic, 1L, Long::sum)).getBytes(StandardCharsets.UTF_8);
      case "ce_id", "ce_subject", "ce_partitionkey" -> renamed(copy, header.value());
      default -> header.value();
    };
  }

  /** The same with other ids: the first of their digits are turned by the number of the copy. */
  private static byte[] renamed(int copy, byte[] value) {
    return copy == 0 || value == null
        ? value
        : ID.matcher(text(value))
            .replaceAll(id -> turned(copy, id))
            .getBytes(StandardCharsets.UTF_8);
  }

  private static String turned(int copy, MatchResult id) {
    int turned = Integer.parseUnsignedInt(id.group(), 16) ^ (copy * 0x9E3779B1);
    return "%08x".formatted(turned);
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }
}
