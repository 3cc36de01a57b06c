package org.jiceng.reporting.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A piece of work that one connection has for itself, over all its transactions. Whoever dies loses
 * the connection and the claim with it, and another may go on.
 */
public final class Claim implements AutoCloseable {
  private static final int LOCK = 0x2EB0;

  private final Connection connection;
  private final String work;

  private Claim(Connection connection, String work) {
    this.connection = connection;
    this.work = work;
  }

  /** The work, unless another has it. */
  public static Optional<Claim> of(String work, Connection connection) throws SQLException {
    return call("select pg_try_advisory_lock(?, hashtext(?))", work, connection)
        ? Optional.of(new Claim(connection, work))
        : Optional.empty();
  }

  /** Gives up what was not committed, and the work. */
  @Override
  public void close() throws SQLException {
    connection.rollback();
    call("select pg_advisory_unlock(?, hashtext(?))", work, connection);
    connection.commit();
  }

  private static boolean call(String sql, String work, Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, LOCK);
      select.setString(2, work);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
