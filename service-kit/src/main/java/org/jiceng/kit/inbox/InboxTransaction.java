package org.jiceng.kit.inbox;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.UnreadableEvent;
import org.jiceng.kit.ops.Correlation;

/**
 * One batch of one partition, its effects and the new position in one transaction. The position row
 * is locked first and must not lie past the beginning of the batch, so of two instances that read
 * the same events only one can apply them.
 */
final class InboxTransaction {
  private static final Logger LOG = Logger.getLogger(InboxTransaction.class);

  private final AgroalDataSource dataSource;
  private final EventHandler handler;

  InboxTransaction(AgroalDataSource dataSource, EventHandler handler) {
    this.dataSource = dataSource;
    this.handler = handler;
  }

  EventHandler handler() {
    return handler;
  }

  /** Where the handler goes on reading a partition. */
  long nextOffset(TopicPartition partition) {
    try (Connection connection = dataSource.getConnection()) {
      return InboxPosition.read(connection, handler.name(), partition).nextOffset();
    } catch (SQLException e) {
      throw new IllegalStateException("the inbox position cannot be read", e);
    }
  }

  /** Applies what is new of the records; returns the offset to go on from. */
  long take(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records)
      throws SQLException {
    long next = applied(partition, records);
    handler.committed();
    return next;
  }

  private long applied(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records)
      throws SQLException {
    try {
      return inTransaction(partition, records, this::applyTogether);
    } catch (SQLException | RuntimeException e) {
      if (Transient.is(e)) {
        throw e;
      }
      LOG.warnf("%s takes a batch of %s one by one after: %s", handler.name(), partition, e);
      return inTransaction(partition, records, this::applyOneByOne);
    }
  }

  private long inTransaction(
      TopicPartition partition, List<ConsumerRecord<String, byte[]>> records, Step step)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        InboxPosition position = InboxPosition.lock(connection, handler.name(), partition);
        if (position.isPast(records)) {
          connection.rollback();
          return position.nextOffset();
        }
        InboxPosition after = step.apply(connection, position, records);
        after.store(connection);
        connection.commit();
        return after.nextOffset();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private InboxPosition applyTogether(
      Connection connection, InboxPosition position, List<ConsumerRecord<String, byte[]>> records)
      throws SQLException {
    ParkedEvents parked = ParkedEvents.open(connection, handler.name(), position.partition());
    List<RecordedEvent> fresh = new ArrayList<>(records.size());
    InboxPosition at = position;
    for (ConsumerRecord<String, byte[]> record : records) {
      RecordedEvent event = unwanted(record) ? null : decode(record, parked);
      if (event != null && event.sequence() > at.lastSequence()) {
        at = at.sawSequence(event.sequence());
        if (parked.hasBefore(record.key())) {
          parked.add(record, "waits behind a parked event of the same key");
        } else {
          fresh.add(event);
        }
      }
    }
    if (!fresh.isEmpty()) {
      // Of a batch, the last stands for all.
      String correlationId = fresh.get(fresh.size() - 1).correlationId();
      try (Correlation.Carried carried = Correlation.carry(correlationId)) {
        handler.apply(fresh, connection);
      }
    }
    return at.after(records);
  }

  private InboxPosition applyOneByOne(
      Connection connection, InboxPosition position, List<ConsumerRecord<String, byte[]>> records)
      throws SQLException {
    ParkedEvents parked = ParkedEvents.open(connection, handler.name(), position.partition());
    InboxPosition at = position;
    for (ConsumerRecord<String, byte[]> record : records) {
      RecordedEvent event = unwanted(record) ? null : decode(record, parked);
      if (event != null && event.sequence() > at.lastSequence()) {
        at = at.sawSequence(event.sequence());
        applyOrPark(connection, parked, record, event);
      }
    }
    return at.after(records);
  }

  private void applyOrPark(
      Connection connection,
      ParkedEvents parked,
      ConsumerRecord<String, byte[]> record,
      RecordedEvent event)
      throws SQLException {
    if (parked.hasBefore(record.key())) {
      parked.add(record, "waits behind a parked event of the same key");
      return;
    }
    Savepoint before = connection.setSavepoint();
    try (Correlation.Carried carried = Correlation.carry(event.correlationId())) {
      handler.apply(List.of(event), connection);
      connection.releaseSavepoint(before);
    } catch (SQLException | RuntimeException e) {
      if (Transient.is(e)) {
        throw e;
      }
      connection.rollback(before);
      parked.add(record, e.toString());
      try (Correlation.Carried carried = Correlation.carry(event.correlationId())) {
        LOG.errorf("%s parked %s: %s", handler.name(), event.id(), e);
      }
    }
  }

  private boolean unwanted(ConsumerRecord<String, byte[]> record) {
    String type = CloudEventCodec.typeOf(record);
    return type != null && !handler.wants(type);
  }

  private RecordedEvent decode(ConsumerRecord<String, byte[]> record, ParkedEvents parked)
      throws SQLException {
    try {
      return CloudEventCodec.fromKafka(record);
    } catch (UnreadableEvent e) {
      parked.add(record, e.getMessage());
      LOG.errorf("%s parked offset %d: %s", handler.name(), record.offset(), e.getMessage());
      return null;
    }
  }

  /**
   * Applies the parked events of one key in their order, all or none, in the transaction that is
   * under way.
   */
  int retry(TopicPartition partition, String key) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      InboxPosition.lock(connection, handler.name(), partition);
      ParkedEvents parked = ParkedEvents.open(connection, handler.name(), partition);
      int done = 0;
      for (ParkedEvents.Entry entry : parked.waitingOf(key)) {
        handler.apply(List.of(CloudEventCodec.fromKafka(entry.record())), connection);
        parked.resolve(entry.id());
        done++;
      }
      return done;
    }
  }

  private interface Step {
    InboxPosition apply(
        Connection connection, InboxPosition position, List<ConsumerRecord<String, byte[]>> records)
        throws SQLException;
  }
}
