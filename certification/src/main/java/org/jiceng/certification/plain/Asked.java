package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A place on a day, and on the day since when changes are counted. */
record Asked(Place place, Day now, Day since) {
  BigDecimal sum(String what) {
    return now.sum(what, place);
  }

  /** How much there was of what is measured; null where nobody has measured. */
  BigDecimal measured(String what) {
    return now.has(what, place) ? sum(what) : null;
  }

  /** What came to be after the day since, of all that is in the place now. */
  BigDecimal change(String what) {
    return now.sum(what, place).subtract(since.sumWhereItIs(what, place, now));
  }

  /** A share, to the thousandth; null of nothing. */
  static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? null : part.divide(whole, 3, RoundingMode.HALF_UP);
  }
}
