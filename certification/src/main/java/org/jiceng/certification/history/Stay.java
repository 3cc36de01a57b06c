package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.UUID;

/** A stay of a member in an organisation, from (inclusive) to (exclusive; null: still). */
record Stay(UUID organization, LocalDate from, LocalDate to) {
  boolean isEmpty() {
    return from.equals(to);
  }

  boolean overlaps(Stay other) {
    return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
  }
}
