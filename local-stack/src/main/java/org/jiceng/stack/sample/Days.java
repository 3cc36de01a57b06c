package org.jiceng.stack.sample;

import java.time.LocalDate;

/** The later and the earlier of two days. */
final class Days {
  private Days() {}

  static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
