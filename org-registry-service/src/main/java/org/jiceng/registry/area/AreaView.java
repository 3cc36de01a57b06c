package org.jiceng.registry.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jiceng.events.AreaLevel;

/**
 * An area as it goes out, today's or as of a date, with the resident figures of then.
 *
 * @param code what it is known by, for ever
 * @param standardCode what the standard list calls it: another than its code if it was renumbered
 * @param classCode its urban-rural class in the standard list; null if the list has not told
 */
public record AreaView(
    String code,
    AreaLevel level,
    String name,
    String nameEn,
    String parentCode,
    String standardCode,
    String classCode,
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
        row.getString(14),
        row.getString(15),
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
