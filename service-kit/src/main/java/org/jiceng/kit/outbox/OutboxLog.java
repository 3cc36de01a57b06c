package org.jiceng.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.Topic;

/**
 * The outbox as a log. A position is given only to a row whose transaction has committed, by the
 * one active relay, so no position ever appears below one that a reader has already seen; within an
 * aggregate, positions follow the sequence that was drawn while the aggregate was held.
 */
final class OutboxLog {
  private static final String PLACE =
      """
      with unplaced as (
        select id, row_number() over (order by sequence) as n
          from (select id, sequence from outbox where position is null order by sequence limit ?) o
      ), moved as (
        update outbox_relay set placed = placed + (select count(*) from unplaced)
        returning placed - (select count(*) from unplaced) as before
      )
      update outbox o set position = moved.before + unplaced.n
        from unplaced, moved
       where o.id = unplaced.id
      returning o.id, o.aggregatetype, o.aggregateid, o.type, o.payload, o.partition_key,
                o.recorded_at, o.effective_on, o.traceparent, o.correlation_id, o.position""";
  private static final String UNPUBLISHED =
      """
      select o.id, o.aggregatetype, o.aggregateid, o.type, o.payload, o.partition_key,
             o.recorded_at, o.effective_on, o.traceparent, o.correlation_id, o.position
        from outbox o, outbox_relay r
       where o.position > r.published
       order by o.position""";

  /** Events in the order of their positions. */
  record Batch(List<Placed> events) {
    boolean isEmpty() {
      return events.isEmpty();
    }

    long lastPosition() {
      return events.get(events.size() - 1).position();
    }
  }

  /** An event and its position. */
  record Placed(long position, ProducerRecord<String, byte[]> message) {}

  /** Gives positions to the oldest committed rows that have none, durably, and returns them. */
  Batch place(Connection connection, int limit) throws SQLException {
    try (PreparedStatement place = connection.prepareStatement(PLACE)) {
      place.setInt(1, limit);
      return read(place);
    }
  }

  /** What an earlier relay placed and perhaps did not send; consumers drop what they have seen. */
  Batch placedButUnpublished(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(UNPUBLISHED)) {
      return read(select);
    }
  }

  /**
   * Remembers that all up to a position is in Kafka. Losing this mark in a crash only sends again,
   * so it need not wait for the disk.
   */
  void markPublished(Connection connection, long position) throws SQLException {
    String sql =
        """
        with quick as (select set_config('synchronous_commit', 'off', true))
        update outbox_relay set published = ? from quick""";
    try (PreparedStatement mark = connection.prepareStatement(sql)) {
      mark.setLong(1, position);
      mark.executeUpdate();
    }
  }

  private static Batch read(PreparedStatement statement) throws SQLException {
    List<Placed> events = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        events.add(placed(rows));
      }
    }
    events.sort(Comparator.comparingLong(Placed::position));
    return new Batch(events);
  }

  private static Placed placed(ResultSet row) throws SQLException {
    long position = row.getLong(11);
    return new Placed(
        position,
        CloudEventCodec.toKafka(
            row.getObject(1, UUID.class),
            Topic.valueOf(row.getString(2)),
            row.getString(4),
            row.getString(3),
            row.getString(6),
            row.getObject(7, OffsetDateTime.class).toInstant(),
            row.getObject(8, LocalDate.class),
            position,
            row.getString(9),
            row.getString(10),
            row.getString(5).getBytes(StandardCharsets.UTF_8)));
  }
}
