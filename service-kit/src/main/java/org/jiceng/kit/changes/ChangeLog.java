package org.jiceng.kit.changes;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The placed rows of the outbox; the others have no position yet, and are not to be seen. */
@ApplicationScoped
class ChangeLog {
  private static final String SELECT =
      "select " + Change.COLUMNS + " from outbox o where position > ? order by position limit ?";

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
          items.add(Change.of(rows));
        }
      }
    }
    return new Changes(items, last);
  }
}
