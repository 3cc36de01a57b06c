package org.jiceng.registry.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What was found.
 *
 * @param code the organisation's code, or the unit's credit code
 * @param type the organisation's type, or the unit's kind
 * @param sector null for a unit
 * @param state null for a unit; only units at work are found
 */
public record Hit(
    Kind kind,
    UUID id,
    String code,
    String name,
    String type,
    String sector,
    String areaCode,
    String state) {
  /** What it is. */
  public enum Kind {
    ORGANIZATION,
    UNIT
  }

  static Hit of(Kind kind, ResultSet row) throws SQLException {
    return new Hit(
        kind,
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7));
  }
}
