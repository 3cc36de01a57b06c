package org.jiceng.kit.tally;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** The counts that were told last. */
@ApplicationScoped
class LastTally {
  // Of two instances that count at the same time the one that saw more has the last word
  private static final String REPLACE =
      """
      insert into last_tally (kind, counts, counted_through)
      values (?, jsonb_object(?::text[], ?::text[]), ?)
      on conflict (kind) do update
         set counts = excluded.counts, counted_through = excluded.counted_through
       where last_tally.counts <> excluded.counts
         and last_tally.counted_through <= excluded.counted_through
      returning 1""";

  private final AgroalDataSource dataSource;

  LastTally(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Takes counts, in the current transaction, if they differ; whether they did. */
  boolean replace(Extent extent, Map<String, Long> counts, Cut cut) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert = connection.prepareStatement(REPLACE)) {
      upsert.setString(1, extent.name());
      upsert.setArray(2, texts(connection, counts.keySet().toArray()));
      upsert.setArray(
          3, texts(connection, counts.values().stream().map(String::valueOf).toArray()));
      upsert.setLong(4, cut.countedThrough());
      try (ResultSet rows = upsert.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the last tally cannot be kept", e);
    }
  }

  private static Array texts(Connection connection, Object[] texts) throws SQLException {
    return connection.createArrayOf("text", texts);
  }
}
