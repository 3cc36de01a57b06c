package org.jiceng.member.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** Where a member was affiliated, from a day to the day before another; null: still. */
public record Affiliation(UUID organizationId, LocalDate validFrom, LocalDate validTo) {
  static Affiliation of(ResultSet row) throws SQLException {
    return new Affiliation(
        row.getObject(1, UUID.class),
        row.getObject(2, LocalDate.class),
        row.getObject(3, LocalDate.class));
  }

  /** Whether there is a day in both. */
  boolean overlaps(Affiliation other) {
    return !isEmpty()
        && !other.isEmpty()
        && (validTo == null || other.validFrom.isBefore(validTo))
        && (other.validTo == null || validFrom.isBefore(other.validTo));
  }

  /** Whether it ended on the day on which it began. */
  boolean isEmpty() {
    return validFrom.equals(validTo);
  }
}
