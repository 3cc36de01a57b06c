package org.jiceng.activity.attendance;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Plain SQL on the tables of this feature, in the current transaction. */
@ApplicationScoped
class AttendanceTables {
  private final AgroalDataSource dataSource;

  AttendanceTables(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes something of the row on which the result stands. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** All rows of a query; arguments are UUIDs (or a collection of them), texts and dates. */
  <T> List<T> list(String sql, Reading<T> reading, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        bind(connection, select, i + 1, arguments[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reading.of(rows));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("attendances could not be read or kept", e);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, Object argument)
      throws SQLException {
    if (argument instanceof Collection<?> ids) {
      statement.setArray(index, connection.createArrayOf("uuid", ids.toArray(new UUID[0])));
    } else {
      statement.setObject(index, argument);
    }
  }
}
