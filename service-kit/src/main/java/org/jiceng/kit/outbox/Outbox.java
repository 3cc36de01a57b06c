package org.jiceng.kit.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.EventTypes;
import org.jiceng.events.Topic;
import org.jiceng.kit.ops.Correlation;
import org.jiceng.kit.time.BusinessClock;

/**
 * Where an event waits, in the transaction of the change it tells of, until the relay has published
 * it. Append after the aggregate has been read: the order within an aggregate is the order in which
 * its changes were appended.
 */
@ApplicationScoped
public class Outbox {
  private static final String INSERT =
      """
      insert into outbox (id, aggregatetype, aggregateid, type, payload, partition_key,
                          recorded_at, effective_on, traceparent, correlation_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final AgroalDataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final RelayBell bell;
  private final BusinessClock clock;

  Outbox(
      AgroalDataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      RelayBell bell,
      BusinessClock clock) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.bell = bell;
    this.clock = clock;
  }

  /** Appends an event within the current transaction, effective on a business date. */
  public void append(DomainEvent event, LocalDate effectiveOn) {
    appendAll(List.of(event), effectiveOn);
  }

  /** Appends several events of one business date in this order, in one go. */
  public void appendAll(List<? extends DomainEvent> events, LocalDate effectiveOn) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (DomainEvent event : events) {
        bind(insert, row(event, effectiveOn));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the events could not be appended to the outbox", e);
    }
    ring();
  }

  private static void bind(PreparedStatement insert, EventRow row) throws SQLException {
    insert.setObject(1, row.id());
    insert.setString(2, row.aggregateType());
    insert.setString(3, row.aggregateId());
    insert.setString(4, row.type());
    insert.setObject(5, row.payload(), Types.OTHER);
    insert.setString(6, row.partitionKey());
    insert.setObject(7, OffsetDateTime.ofInstant(row.recordedAt(), ZoneOffset.UTC));
    insert.setObject(8, row.effectiveOn());
    insert.setString(9, row.traceparent());
    insert.setString(10, row.correlationId());
  }

  /** The row of an event, for bulk paths that write many by COPY; they call {@link #ring} once. */
  public EventRow row(DomainEvent event, LocalDate effectiveOn) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Topic topic = Topic.of(event);
    if (transactions.getTransactionKey() != null) {
      appending().append(topic, id);
    }
    return new EventRow(
        id,
        topic.name(),
        event.aggregateId(),
        EventTypes.typeOf(event),
        CloudEventCodec.dataToJson(event),
        event.partitionKey(),
        clock.now(),
        effectiveOn,
        traceparent(),
        Correlation.current());
  }

  /** Wakes the relay once the current transaction has committed. */
  public void ring() {
    if (transactions.getTransactionKey() == null) {
      bell.ring();
      return;
    }
    appending();
  }

  /**
   * How far each log goes by what the request being served has written, with what the current
   * transaction will have committed; empty where nothing was appended.
   */
  public Optional<String> position() {
    Appending current =
        transactions.getTransactionKey() == null
            ? null
            : (Appending) transactions.getResource(Appending.class);
    return WrittenPosition.with(current == null ? Map.of() : current.last());
  }

  private Appending appending() {
    if (transactions.getResource(Appending.class) instanceof Appending known) {
      return known;
    }
    Appending begun = new Appending(this::committed);
    transactions.putResource(Appending.class, begun);
    transactions.registerInterposedSynchronization(begun);
    return begun;
  }

  private void committed(Map<Topic, UUID> last) {
    bell.ring();
    WrittenPosition.note(last);
  }

  private static String traceparent() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
        : null;
  }
}
