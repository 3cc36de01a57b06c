package org.jiceng.reporting.position;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.Topic;
import org.jiceng.kit.kafka.Topics;
import org.jiceng.reporting.Sequences;
import org.jiceng.reporting.ledger.LedgerHandler;

/** Events on their way to the fold: with their places in the log, before and after they come. */
@ApplicationScoped
class Log {
  private final AgroalDataSource dataSource;
  private final LedgerHandler handler;
  private final Topics topics;

  Log(AgroalDataSource dataSource, LedgerHandler handler, Topics topics) {
    this.dataSource = dataSource;
    this.handler = handler;
    this.topics = topics;
  }

  /** Someone whom a branch will have admitted. */
  static RecordedEvent admitted(UUID branch) {
    return recorded(
        new MemberAdmitted(
            UUID.randomUUID(), branch, MembershipStatus.FULL, "1", "01", "20", 1960, null));
  }

  static RecordedEvent recorded(DomainEvent event) {
    return new RecordedEvent(
        UUID.randomUUID(),
        Instant.now(),
        LocalDate.of(2009, 12, 31),
        Sequences.next(event),
        null,
        null,
        event);
  }

  /** Its place, as the answer to the write has it. */
  static String idOf(RecordedEvent event) {
    return Topic.of(event.data()) + ":" + event.id();
  }

  /** Its place, as the change feed has it. */
  static String sequenceOf(RecordedEvent event) {
    return "%s:%020d".formatted(Topic.of(event.data()), event.sequence());
  }

  /** Folds it here. */
  void fold(RecordedEvent... events) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      handler.apply(List.of(events), connection);
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    handler.committed();
  }

  /** Publishes it, as a relay does. */
  void publish(RecordedEvent event) {
    try (KafkaProducer<String, byte[]> relay =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topics.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      topics.ensure();
      relay.send(CloudEventCodec.toKafka(event)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sets it aside, as the inbox does with what the fold cannot take. */
  void park(RecordedEvent event) {
    execute(
        "insert into inbox_parked (handler, topic, partition_no, offset_no, key, headers, reason,"
            + " parked_at) values ('ledger', ?, 0, ?, ?, jsonb_build_object('ce_sequence', ?),"
            + " 'by the test', now())",
        Topic.of(event.data()).topicName(),
        1_000_000_000L + event.sequence(),
        event.data().partitionKey(),
        "%020d".formatted(event.sequence()));
  }

  /** Takes it after all. */
  void unpark(RecordedEvent event) {
    fold(event);
    execute("delete from inbox_parked where key = ?", event.data().partitionKey());
  }

  private void execute(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
