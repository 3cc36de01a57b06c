package org.jiceng.reporting.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.kafka.Topics;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.jiceng.reporting.ledger.Projection;

/**
 * A log of a test's own, in one topic of three partitions, and a projection that is folded from it
 * as the live one is: every batch with its position.
 */
@Dependent
public class OwnLog {
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

  /** Makes the log and the projection, both empty. */
  public void create() throws SQLException, ExecutionException, InterruptedException {
    try (Admin admin = topics.admin()) {
      admin.createTopics(List.of(new NewTopic(name, 3, (short) 1))).all().get();
    }
    try (Connection connection = dataSource.getConnection()) {
      new NewProjection(schema(), LedgerHandler.LIVE, connection).create();
    }
  }

  /** Writes events down, each as often as said. */
  public void write(List<RecordedEvent> events, int times) {
    Map<String, Object> settings = Map.of("bootstrap.servers", brokers());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (RecordedEvent event : events) {
        ProducerRecord<String, byte[]> record = CloudEventCodec.toKafka(event);
        for (int i = 0; i < times; i++) {
          producer.send(
              new ProducerRecord<>(
                  name, null, record.timestamp(), record.key(), record.value(), record.headers()));
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
    Map<String, Object> settings = Map.of("bootstrap.servers", brokers());
    long offset;
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      offset =
          producer
              .send(new ProducerRecord<>(name, 0, "k", "nonsense".getBytes(UTF_8)))
              .get()
              .offset();
    }
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into inbox_parked (handler, topic, partition_no, offset_no, key, headers, reason,
                                    parked_at)
          values ('%1$s', '%1$s', 0, %2$d, 'k', '{}', 'none of ours', now())"""
              .formatted(name, offset));
      statement.execute(
          "update inbox_position set next_offset = %d where handler = '%s' and partition_no = 0"
              .formatted(offset + 1, name));
    }
  }

  private List<Place> places() throws SQLException {
    Map<TopicPartition, Long> read = new HashMap<>();
    try (Connection connection = dataSource.getConnection()) {
      read.putAll(LivePositions.of(name, connection));
    }
    return List.of(0, 1, 2).stream()
        .map(number -> new TopicPartition(name, number))
        .map(partition -> new Place(partition, read.getOrDefault(partition, 0L), 0))
        .toList();
  }

  private void take(Projection projection, Batch batch) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      projection.take(batch.events(), connection);
      try (PreparedStatement position = connection.prepareStatement(POSITION)) {
        position.setString(1, name);
        position.setString(2, name);
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
