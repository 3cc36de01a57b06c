package org.jiceng.registry.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.UnitKind;

/**
 * A unit that no organisation covers.
 *
 * @param members who work there, as far as their records say
 */
public record CoverageGap(
    UUID unitId,
    String creditCode,
    String name,
    UnitKind kind,
    String areaCode,
    int staffCount,
    int members,
    LocalDate registeredOn,
    LocalDate uncoveredOn) {
  static CoverageGap of(ResultSet row) throws SQLException {
    return new CoverageGap(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        UnitKind.valueOf(row.getString(4)),
        row.getString(5),
        row.getInt(6),
        row.getInt(7),
        row.getObject(8, LocalDate.class),
        row.getObject(9, LocalDate.class));
  }
}
