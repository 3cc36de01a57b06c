package org.jiceng.registry.area;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One difference between a standard list and what is registered.
 *
 * @param row where it stands in the list; null for what is gone
 * @param areaCode what the area is known by here
 * @param code what the list calls it; of what is gone, what it was called
 * @param codeBefore what it was called before, where that changes
 * @param nameBefore its name before, where that changes
 * @param parentBefore its parent before, where that changes
 */
public record AreaListDifference(
    Kind kind,
    Long row,
    String areaCode,
    String code,
    String codeBefore,
    String name,
    String nameBefore,
    String parentCode,
    String parentBefore) {

  /** What kind of difference it is. */
  public enum Kind {
    NEW,
    RENAMED,
    /** Another parent, and so another code in the list. */
    REASSIGNED,
    /** Another code below the same parent. */
    RENUMBERED,
    GONE
  }

  static AreaListDifference of(ResultSet row) throws SQLException {
    return new AreaListDifference(
        Kind.valueOf(row.getString(1)),
        row.getObject(2, Long.class),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }
}
