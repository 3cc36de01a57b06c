package org.jiceng.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plain SQL over the registry's tables, within the current transaction if there is one. */
@ApplicationScoped
public class Tables {
  private final AgroalDataSource dataSource;

  Tables(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes something of a row. */
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The rows of a select, in its order. */
  public <T> List<T> list(Condition select, String tail, RowReader<T> reader) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(select.sql() + tail)) {
      select.bind(statement);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the registry's tables cannot be read", e);
    }
  }

  /** The only row of a select. */
  public <T> Optional<T> one(String select, RowReader<T> reader, Object... values) {
    Condition condition = new Condition(select);
    for (Object value : values) {
      condition.with(value);
    }
    return list(condition, "", reader).stream().findFirst();
  }

  /** Whether a select finds a row. */
  public boolean any(String select, Object... values) {
    return one(select, row -> true, values).isPresent();
  }

  /** Changes rows; how many. */
  public int change(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i] instanceof Enum<?> e ? e.name() : values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the registry's tables cannot be changed", e);
    }
  }
}
