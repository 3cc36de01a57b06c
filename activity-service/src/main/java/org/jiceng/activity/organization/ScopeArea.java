package org.jiceng.activity.organization;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jiceng.kit.codes.AreaCode;

/**
 * The territory in which one may open sites: today that of the organisation at the root of one's
 * scope.
 *
 * @param code the area's code; null for the whole district
 */
public record ScopeArea(String code) {
  private static final String SELECT =
      "select area_code from organization_node where path = ?::ltree";
  private static final String LIES_IN =
      "select 1 from area_within where within_code = ? and area_code = ? and valid_to is null";
  private static final String NOWHERE = "nowhere";

  /** By the path of the scope; without one it is the whole district. */
  public static ScopeArea of(Optional<String> scopePath, Connection connection)
      throws SQLException {
    if (scopePath.isEmpty()) {
      return new ScopeArea(null);
    }
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, scopePath.get());
      try (ResultSet row = select.executeQuery()) {
        return new ScopeArea(row.next() ? row.getString(1) : NOWHERE);
      }
    }
  }

  boolean holds(AreaCode area, Connection connection) throws SQLException {
    if (code == null) {
      return true;
    }
    try (PreparedStatement select = connection.prepareStatement(LIES_IN)) {
      select.setString(1, code);
      select.setString(2, area.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
