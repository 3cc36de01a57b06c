package org.jiceng.activity.organization;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jiceng.kit.codes.AreaCode;

/**
 * The territory in which one may open sites: that of the organisation at the root of one's scope.
 */
public record ScopeArea(String prefix) {
  private static final String SELECT =
      "select area_code from organization_node where path = ?::ltree";
  private static final String NOWHERE = "nowhere";

  /** By the path of the scope; without one it is the whole district. */
  public static ScopeArea of(Optional<String> scopePath, Connection connection)
      throws SQLException {
    if (scopePath.isEmpty()) {
      return new ScopeArea("");
    }
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, scopePath.get());
      try (ResultSet row = select.executeQuery()) {
        return new ScopeArea(row.next() ? AreaCode.parse(row.getString(1)).prefix() : NOWHERE);
      }
    }
  }

  public boolean holds(AreaCode code) {
    return code.value().startsWith(prefix);
  }
}
