package org.jiceng.activity.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.MemberEvent;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.kafka.Topics;

/** Tells events as the member service does. */
@ApplicationScoped
class MemberLog {
  private static final AtomicLong SEQUENCE = new AtomicLong();

  private final Topics topics;

  MemberLog(Topics topics) {
    this.topics = topics;
  }

  void tell(String on, MemberEvent... events) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topics.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (MemberEvent event : events) {
        producer.send(
            CloudEventCodec.toKafka(
                new RecordedEvent(
                    UUID.randomUUID(),
                    Instant.now(),
                    LocalDate.parse(on),
                    SEQUENCE.incrementAndGet(),
                    null,
                    null,
                    event)));
      }
    }
  }
}
