package org.jiceng.kit.tally;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One snapshot of the service's tables: what is counted in it is the count of the events that it
 * shows, for a change and its event are committed together.
 */
final class CountingSnapshot implements AutoCloseable {
  // The relay moves its mark and gives the positions up to it in one statement, so whoever sees the
  // mark sees every event up to it.
  private static final String CUT =
      """
      select placed,
             array(select id from outbox where position is null order by sequence limit ?)
        from outbox_relay""";

  private final Connection connection;

  /** The connection, which is in no transaction, is closed with the snapshot. */
  CountingSnapshot(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set transaction isolation level repeatable read, read only");
    } catch (SQLException e) {
      try (this) {
        throw e;
      }
    }
  }

  Connection connection() {
    return connection;
  }

  /** The events that it shows, unless more of them than that have no position yet. */
  Optional<Cut> cut(int most) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CUT)) {
      select.setInt(1, most + 1);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        List<UUID> unplaced = List.of((UUID[]) row.getArray(2).getArray());
        return unplaced.size() > most
            ? Optional.empty()
            : Optional.of(new Cut(row.getLong(1), unplaced));
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
