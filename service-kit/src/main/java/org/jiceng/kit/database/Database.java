package org.jiceng.kit.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Plain SQL in the current transaction, or each statement on its own where there is none. Commands
 * here are a handful of statements, so every one is written and none is made behind one's back.
 */
@ApplicationScoped
public class Database {
  private final AgroalDataSource dataSource;

  Database(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes something of the row on which the result stands. */
  public interface Reading<T> {
    /** Reads the columns and never moves on. */
    T of(ResultSet row) throws SQLException;
  }

  /** All rows of a query; arguments are UUIDs (or a collection of them), texts, dates, bytes. */
  public <T> List<T> list(String sql, Reading<T> reading, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = prepare(connection, sql, arguments);
        ResultSet rows = select.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reading.of(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseRefusal(e);
    }
  }

  /** The first row of a query, if there is one. */
  public <T> Optional<T> first(String sql, Reading<T> reading, Object... arguments) {
    return list(sql, reading, arguments).stream().findFirst();
  }

  /** Changes rows; answers how many. */
  public int change(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change = prepare(connection, sql, arguments)) {
      return change.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseRefusal(e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < arguments.length; i++) {
        bind(connection, statement, i + 1, arguments[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, Object argument)
      throws SQLException {
    if (argument instanceof Collection<?> ids) {
      statement.setArray(index, connection.createArrayOf("uuid", ids.toArray(new UUID[0])));
    } else if (argument instanceof Enum<?> constant) {
      statement.setString(index, constant.name());
    } else {
      statement.setObject(index, argument);
    }
  }
}
