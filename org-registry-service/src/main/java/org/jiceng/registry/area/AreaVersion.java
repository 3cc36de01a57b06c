package org.jiceng.registry.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jiceng.events.AreaLevel;

/** What an area was from a date (inclusive) to another (exclusive), known since a moment. */
public record AreaVersion(
    LocalDate validFrom,
    LocalDate validTo,
    Instant recordedAt,
    String name,
    String nameEn,
    AreaLevel level,
    String parentCode,
    String standardCode,
    boolean closed) {

  static AreaVersion of(ResultSet row) throws SQLException {
    return new AreaVersion(
        row.getObject(1, LocalDate.class),
        row.getObject(2, LocalDate.class),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4),
        row.getString(5),
        AreaLevel.valueOf(row.getString(6)),
        row.getString(7),
        row.getString(8),
        row.getBoolean(9));
  }
}
