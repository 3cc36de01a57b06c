package org.jiceng.kit.export;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The columns of an export's select: all of them, and those that a table has, in its order. */
record Columns(List<Place> all, List<Place> ofTable) {
  /** A column by its name, its place in the select and its SQL type. */
  record Place(String name, int index, int type, Export.Reading reading) {
    /** As text, number, boolean, date or moment; null if there is nothing. */
    Object value(ResultSet row) throws SQLException {
      if (reading != null) {
        return reading.of(row.getBytes(index));
      }
      return switch (type) {
        case Types.DATE -> row.getObject(index, LocalDate.class);
        case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> moment(row);
        case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.BIT, Types.BOOLEAN ->
            row.getObject(index);
        default -> row.getString(index);
      };
    }

    private Instant moment(ResultSet row) throws SQLException {
      OffsetDateTime moment = row.getObject(index, OffsetDateTime.class);
      return moment == null ? null : moment.toInstant();
    }
  }

  static Columns of(ResultSetMetaData select, Export export) throws SQLException {
    List<Place> all = new ArrayList<>();
    for (int i = 1; i <= select.getColumnCount(); i++) {
      String name = select.getColumnLabel(i);
      all.add(new Place(name, i, select.getColumnType(i), export.readings().get(name)));
    }
    return new Columns(
        all,
        export.table().stream()
            .map(name -> all.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow())
            .toList());
  }
}
