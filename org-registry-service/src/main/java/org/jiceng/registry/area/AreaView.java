package org.jiceng.registry.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jiceng.events.AreaLevel;

/** An area as it goes out, with its latest resident figures. */
public record AreaView(
    String code,
    AreaLevel level,
    String name,
    String nameEn,
    String parentCode,
    LocalDate definedOn,
    LocalDate closedOn,
    String closedReason,
    Long population,
    Long registeredPopulation,
    Long migrantPopulation,
    Long households,
    long version) {

  static AreaView of(ResultSet row) throws SQLException {
    return new AreaView(
        row.getString(1),
        AreaLevel.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getObject(6, LocalDate.class),
        row.getObject(7, LocalDate.class),
        row.getString(8),
        row.getObject(9, Long.class),
        row.getObject(10, Long.class),
        row.getObject(11, Long.class),
        row.getObject(12, Long.class),
        row.getLong(13));
  }
}
