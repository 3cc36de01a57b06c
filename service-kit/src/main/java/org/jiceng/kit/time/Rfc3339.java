package org.jiceng.kit.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Dates and moments as RFC 3339 has them, with years of four digits: ISO 8601 would take years of
 * nine, which no database holds and with which nobody can reckon.
 */
public final class Rfc3339 {
  private static final int LAST_YEAR = 9999;

  private Rfc3339() {}

  /**
   * Reads a date.
   *
   * @throws DateTimeException when it is none
   */
  public static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    requireFourDigits(date.getYear());
    return date;
  }

  /**
   * Reads a moment with its offset.
   *
   * @throws DateTimeException when it is none
   */
  public static OffsetDateTime moment(String text) {
    OffsetDateTime moment = OffsetDateTime.parse(text);
    requireFourDigits(moment.getYear());
    return moment;
  }

  private static void requireFourDigits(int year) {
    if (year < 0 || year > LAST_YEAR) {
      throw new DateTimeException("a year has four digits");
    }
  }
}
