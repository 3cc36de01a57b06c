package org.jiceng.registry.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The resident figures of an area from a date on, known since a moment. */
public record MeasurementView(
    LocalDate effectiveOn,
    long population,
    long registeredPopulation,
    long migrantPopulation,
    long households,
    Instant recordedAt) {

  static MeasurementView of(ResultSet row) throws SQLException {
    return new MeasurementView(
        row.getObject(1, LocalDate.class),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }
}
