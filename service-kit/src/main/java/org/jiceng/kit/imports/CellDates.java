package org.jiceng.kit.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiceng.kit.codes.Halfwidth;

/** Dates as people and spreadsheets write them. */
final class CellDates {
  private static final Pattern PARTS =
      Pattern.compile(
          "(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))(?:[T ]00:00(?::00)?)?");
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final int DAYS_FROM_1904 = 1462;
  private static final int LAST_SERIAL = 2_958_465;

  private CellDates() {}

  static Optional<LocalDate> ofText(String text) {
    String plain = Halfwidth.of(text);
    if (isIso(plain)) {
      return date(digits(plain, 0, 4), digits(plain, 5, 7), digits(plain, 8, 10));
    }
    Matcher m = PARTS.matcher(plain);
    if (!m.matches()) {
      return Optional.empty();
    }
    String month = m.group(2) != null ? m.group(2) : m.group(4);
    String day = m.group(3) != null ? m.group(3) : m.group(5);
    return date(Integer.parseInt(m.group(1)), Integer.parseInt(month), Integer.parseInt(day));
  }

  /** A date cell holds the days since 1899-12-30; 20091231 typed as a number is meant as text. */
  static Optional<LocalDate> ofSerial(String number, Cells cells) {
    Optional<Long> days = CellNumbers.whole(number);
    if (days.isEmpty() || days.get() > LAST_SERIAL) {
      return ofText(number);
    }
    // Before March 1900 spreadsheets are a day off, and nothing here is that old.
    if (days.get() <= 60) {
      return Optional.empty();
    }
    return Optional.of(DAY_ZERO.plusDays(days.get() + (cells.from1904() ? DAYS_FROM_1904 : 0)));
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isIso(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = text.charAt(i);
      if (i != 4 && i != 7 && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static int digits(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
