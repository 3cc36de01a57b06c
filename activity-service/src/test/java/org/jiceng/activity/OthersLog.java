package org.jiceng.activity;

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
import org.jiceng.events.DomainEvent;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.kafka.Topics;

/** Tells events as the other services do. */
@ApplicationScoped
public class OthersLog {
  private static final AtomicLong SEQUENCE = new AtomicLong();

  private final Topics topics;

  OthersLog(Topics topics) {
    this.topics = topics;
  }

  public void tell(String on, DomainEvent... events) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topics.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (DomainEvent event : events) {
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
