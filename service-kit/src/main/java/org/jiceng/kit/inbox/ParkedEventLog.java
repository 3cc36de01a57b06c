package org.jiceng.kit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jiceng.kit.inbox.ParkedEventsResource.ParkedEvent;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** The parked events of all handlers, to look at and to try again. */
@ApplicationScoped
class ParkedEventLog {
  private static final ProblemType STILL_FAILS = new ProblemType(409, "event-still-fails");

  private final AgroalDataSource dataSource;
  private final EventHandlers handlers;

  ParkedEventLog(AgroalDataSource dataSource, EventHandlers handlers) {
    this.dataSource = dataSource;
    this.handlers = handlers;
  }

  /** The oldest that wait. */
  List<ParkedEvent> waiting() {
    String sql = select("resolved_at is null order by id limit 500");
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      return read(select);
    } catch (SQLException e) {
      throw new IllegalStateException("the parked events cannot be read", e);
    }
  }

  /**
   * Tries an event and all that wait behind it again, in order, within the current transaction; how
   * many were taken.
   */
  int retry(long id) {
    ParkedEvent parked = find(id);
    EventHandler handler =
        handlers.all().stream()
            .filter(h -> h.name().equals(parked.handler()))
            .findFirst()
            .orElseThrow(Problem::notFound);
    try {
      TopicPartition partition = new TopicPartition(parked.topic(), parked.partition());
      return new InboxTransaction(dataSource, handler).retry(partition, parked.key());
    } catch (SQLException | RuntimeException e) {
      throw new Problem(STILL_FAILS, String.valueOf(e.getMessage()));
    }
  }

  private ParkedEvent find(long id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(select("resolved_at is null and id = ?"))) {
      select.setLong(1, id);
      return read(select).stream().findFirst().orElseThrow(Problem::notFound);
    } catch (SQLException e) {
      throw new IllegalStateException("the parked events cannot be read", e);
    }
  }

  private static String select(String condition) {
    return "select id, handler, topic, partition_no, offset_no, key, reason, parked_at"
        + " from inbox_parked where "
        + condition;
  }

  private static List<ParkedEvent> read(PreparedStatement select) throws SQLException {
    List<ParkedEvent> events = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        events.add(
            new ParkedEvent(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getInt(4),
                rows.getLong(5),
                rows.getString(6),
                rows.getString(7),
                rows.getObject(8, OffsetDateTime.class).toInstant()));
      }
    }
    return events;
  }
}
