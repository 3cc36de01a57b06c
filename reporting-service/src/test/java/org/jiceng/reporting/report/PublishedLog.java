package org.jiceng.reporting.report;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.kafka.Topics;
import org.jiceng.reporting.Sequences;

/** Publishes events to the real logs and waits until they are folded. */
@ApplicationScoped
public class PublishedLog {
  private static final String FOLDED =
      "select count(*) from projection.event where topic = ? and sequence > ?";

  private final AgroalDataSource dataSource;
  private final Topics topics;

  PublishedLog(AgroalDataSource dataSource, Topics topics) {
    this.dataSource = dataSource;
    this.topics = topics;
  }

  /** Something that happened on a day. */
  public record Told(LocalDate on, DomainEvent event) {}

  public static Told on(String day, DomainEvent event) {
    return new Told(LocalDate.parse(day), event);
  }

  /** Tells of all, in this order, and returns when all is folded; the events as they were sent. */
  public List<RecordedEvent> tell(List<Told> told) {
    topics.ensure();
    Map<Topic, Long> first = new EnumMap<>(Topic.class);
    Map<Topic, Long> last = new EnumMap<>(Topic.class);
    List<RecordedEvent> sent = new ArrayList<>(told.size());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topics.bootstrapServers(), "linger.ms", 20),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (Told one : told) {
        Topic topic = Topic.of(one.event());
        long position = Sequences.next(one.event());
        first.putIfAbsent(topic, position);
        last.put(topic, position);
        RecordedEvent event =
            new RecordedEvent(
                UUID.randomUUID(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                one.on(),
                position,
                null,
                null,
                one.event());
        sent.add(event);
        producer.send(CloudEventCodec.toKafka(event));
      }
      producer.flush();
    }
    await().atMost(Duration.ofMinutes(2)).until(() -> areFolded(first, last));
    return sent;
  }

  private boolean areFolded(Map<Topic, Long> first, Map<Topic, Long> last) {
    return last.entrySet().stream()
        .allMatch(
            e -> {
              long before = first.get(e.getKey()) - 1;
              return folded(e.getKey(), before) >= e.getValue() - before;
            });
  }

  private long folded(Topic topic, long after) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(FOLDED)) {
      select.setString(1, topic.name());
      select.setLong(2, after);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
