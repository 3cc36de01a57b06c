package org.jiceng.reporting.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Where an organisation stood from a day (inclusive) to another (exclusive).
 *
 * @param line the organisation itself, its parent, and so on up to the district's own
 */
record Interval(
    LocalDate from, LocalDate to, List<UUID> line, String areaCode, String sector, String type) {
  /** The day on which what still holds ends. */
  static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

  boolean continues(Interval before) {
    return before.to.equals(from)
        && before.line.equals(line)
        && before.areaCode.equals(areaCode)
        && before.sector.equals(sector)
        && before.type.equals(type);
  }

  Interval upTo(LocalDate later) {
    return new Interval(from, later, line, areaCode, sector, type);
  }
}
