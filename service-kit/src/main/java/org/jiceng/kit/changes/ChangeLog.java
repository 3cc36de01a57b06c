package org.jiceng.kit.changes;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.Topic;

/** The placed rows of the outbox; the others have no position yet, and are not to be seen. */
@ApplicationScoped
class ChangeLog {
  private static final String SELECT =
      """
      select position, id, aggregatetype, type, aggregateid, recorded_at, effective_on,
             partition_key, traceparent, correlation_id, payload::text
        from outbox
       where position > ?
       order by position
       limit ?""";

  private final AgroalDataSource dataSource;

  ChangeLog(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  Changes after(long after, int limit) throws SQLException {
    List<Change> items = new ArrayList<>();
    long last = after;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setLong(1, after);
      select.setInt(2, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          last = rows.getLong(1);
          items.add(change(rows, last));
        }
      }
    }
    return new Changes(items, last);
  }

  private static Change change(ResultSet rows, long position) throws SQLException {
    Instant recordedAt = rows.getObject(6, OffsetDateTime.class).toInstant();
    return new Change(
        rows.getObject(2, UUID.class),
        URI.create(Topic.valueOf(rows.getString(3)).source()),
        rows.getString(4),
        rows.getString(5),
        recordedAt,
        recordedAt,
        rows.getObject(7, LocalDate.class),
        "%020d".formatted(position),
        rows.getString(8),
        rows.getString(9),
        rows.getString(10),
        rows.getString(11));
  }
}
