package org.jiceng.member.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** In which unit a member worked, from a day to the day before another; null: still. */
public record Workplace(UUID unitId, LocalDate validFrom, LocalDate validTo) {
  static Workplace of(ResultSet row) throws SQLException {
    return new Workplace(
        row.getObject(1, UUID.class),
        row.getObject(2, LocalDate.class),
        row.getObject(3, LocalDate.class));
  }
}
