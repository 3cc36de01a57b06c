package org.jiceng.reporting.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.kafka.Topics;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.jiceng.reporting.ledger.Projection;

/**
 * Three logs of a test's own, of two partitions each, and a projection that is folded from them as
 * the live one is: every batch with its position.
 */
@Dependent
public class OwnLog {
  /** How many partitions the three have together. */
  public static final int PARTITIONS = 6;

  private static final String POSITION =
      """
      insert into inbox_position (handler, topic, partition_no, next_offset, last_sequence, read_at)
      values (?, ?, ?, ?, ?, now())
      on conflict (handler, topic, partition_no) do update
        set next_offset = excluded.next_offset, last_sequence = excluded.last_sequence""";

  private final AgroalDataSource dataSource;
  private final Topics topics;
  private final String name = "t" + UUID.randomUUID().toString().replace("-", "");

  OwnLog(AgroalDataSource dataSource, Topics topics) {
    this.dataSource = dataSource;
    this.topics = topics;
  }

  /** The schema of its projection. */
  public String schema() {
    return "live_" + name;
  }

  /** The handler that its positions stand under. */
  public String handler() {
    return name;
  }

  public String brokers() {
    return topics.bootstrapServers();
  }

  private String own(Topic topic) {
    return name + "-" + topic.name().toLowerCase(Locale.ROOT);
  }

  /** Makes the logs and the projection, all empty. */
  public void create() throws SQLException, ExecutionException, InterruptedException {
    try (Admin admin = topics.admin()) {
      List<NewTopic> own =
          Topic.FACTS.stream()
              .map(t -> new NewTopic(own(t), 2, (short) 1).configs(Map.of("retention.ms", "-1")))
              .toList();
      admin.createTopics(own).all().get();
      // What is written before every partition has its leader may change places
      await().ignoreExceptions().until(() -> admin.listOffsets(latest()).all().get() != null);
    }
    try (Connection connection = dataSource.getConnection()) {
      new NewProjection(schema(), LedgerHandler.LIVE, connection).create();
    }
  }

  private Map<String, Object> settings() {
    return Map.of("bootstrap.servers", brokers(), "max.in.flight.requests.per.connection", 1);
  }

  /** Writes events down, each as often as said. */
  public void write(List<RecordedEvent> events, int times) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
      for (RecordedEvent event : events) {
        ProducerRecord<String, byte[]> record = CloudEventCodec.toKafka(event);
        for (int i = 0; i < times; i++) {
          producer.send(
              new ProducerRecord<>(
                  own(Topic.of(event.data())),
                  null,
                  record.timestamp(),
                  record.key(),
                  record.value(),
                  record.headers()));
        }
      }
      producer.flush();
    }
  }

  /** Folds all that is written and not folded yet. */
  public void fold() throws SQLException {
    Projection projection = new Projection(schema());
    try (LogReader log = new LogReader(brokers(), places(), 50)) {
      Map<TopicPartition, Long> ends = log.ends();
      while (!log.hasReached(ends)) {
        for (Batch batch : log.next(ends, ParkedOffsets.none())) {
          take(projection, batch);
        }
      }
    }
  }

  /** Writes what is none of our events, which the fold then puts aside as the inbox does. */
  public void parkNextUnreadable() throws Exception {
    long offset;
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
      offset =
          producer
              .send(new ProducerRecord<>(own(Topic.MEMBER), 0, "k", "nonsense".getBytes(UTF_8)))
              .get()
              .offset();
    }
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into inbox_parked (handler, topic, partition_no, offset_no, key, headers, reason,
                                    parked_at)
          values ('%s', '%s', 0, %d, 'k', '{}', 'none of ours', now())"""
              .formatted(name, own(Topic.MEMBER), offset));
      statement.execute(
          "update inbox_position set next_offset = %d where topic = '%s' and partition_no = 0"
              .formatted(offset + 1, own(Topic.MEMBER)));
    }
  }

  private List<Place> places() throws SQLException {
    Map<TopicPartition, Long> read = new HashMap<>();
    try (Connection connection = dataSource.getConnection()) {
      read.putAll(LivePositions.of(name, connection));
    }
    return partitions()
        .map(partition -> new Place(partition, read.getOrDefault(partition, 0L), 0))
        .toList();
  }

  private Map<TopicPartition, OffsetSpec> latest() {
    return partitions().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
  }

  private Stream<TopicPartition> partitions() {
    return Topic.FACTS.stream()
        .flatMap(t -> Stream.of(0, 1).map(number -> new TopicPartition(own(t), number)));
  }

  private void take(Projection projection, Batch batch) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      projection.take(batch.events(), connection);
      try (PreparedStatement position = connection.prepareStatement(POSITION)) {
        position.setString(1, name);
        position.setString(2, batch.to().partition().topic());
        position.setInt(3, batch.to().partition().partition());
        position.setLong(4, batch.to().nextOffset());
        position.setLong(5, batch.to().lastSequence());
        position.executeUpdate();
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
