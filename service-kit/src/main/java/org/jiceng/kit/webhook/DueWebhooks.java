package org.jiceng.kit.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which subscribers there is something for. */
@ApplicationScoped
class DueWebhooks {
  private static final String ACTIVE = "select exists (select from webhook where state = 'ACTIVE')";

  /** The one that has waited longest first. */
  private static final String DUE =
      """
      select w.id
        from webhook w, outbox_relay r
       where w.state = 'ACTIVE'
         and (w.next_attempt_at is null or w.next_attempt_at <= ?)
         and (w.position < r.placed
              or exists (select from webhook_dead_letter d where d.webhook_id = w.id and d.due))
       order by w.last_delivered_at nulls first, w.id""";

  /** How long the oldest event waits that no receiver has failed to take, in seconds. */
  private static final String LAG =
      """
      select coalesce(extract(epoch from ?::timestamptz - min(oldest.recorded_at)), 0)
        from webhook w
        cross join lateral (select o.recorded_at from outbox o
                             where o.position > w.position order by o.position limit 1) oldest
       where w.state = 'ACTIVE' and w.next_attempt_at is null""";

  private static final String DEAD =
      "select count(*) from webhook_dead_letter where resolved_at is null";

  private final AgroalDataSource dataSource;

  DueWebhooks(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  boolean anyActive() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return anyActive(connection);
    }
  }

  boolean anyActive(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ACTIVE);
        ResultSet rows = select.executeQuery()) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  List<UUID> due(Connection connection, Instant at) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(DUE)) {
      select.setObject(1, at.atOffset(ZoneOffset.UTC));
      List<UUID> due = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          due.add(rows.getObject(1, UUID.class));
        }
      }
      return due;
    }
  }

  long lagSeconds(Instant at) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LAG)) {
      select.setObject(1, at.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  long deadLetters() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(DEAD);
        ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
