package org.jiceng.stack.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A figure that the sample district must show.
 *
 * @param value null where nothing is expected
 * @param unit as in {@code survey-figures.csv}; "at least" makes the value a lower bound, "to 3
 *     places" says how far a ratio is compared
 * @param since the earlier date of a growth figure, else null
 * @param note where the figure comes from
 */
public record ExpectedFigure(
    String indicator, BigDecimal value, String unit, LocalDate since, LocalDate asOf, String note) {
  private static final int PLACES = 3;

  /** A line of {@code survey-figures.csv}. */
  static ExpectedFigure parse(String line) {
    String[] cells = line.split(",", 5);
    String[] dates = cells[3].split("/");
    return new ExpectedFigure(
        cells[0],
        new BigDecimal(cells[1]),
        cells[2],
        dates.length == 2 ? LocalDate.parse(dates[0]) : null,
        LocalDate.parse(dates[dates.length - 1]),
        cells[4]);
  }

  ExpectedFigure withValue(BigDecimal other) {
    return new ExpectedFigure(indicator, other, unit, since, asOf, note);
  }

  /** The same indicator on a day of which nothing is expected. */
  ExpectedFigure unknownOn(LocalDate day) {
    return new ExpectedFigure(indicator, null, unit, null, day, note);
  }

  /** Whether it is a lower bound. */
  boolean isBound() {
    return unit.endsWith("at least");
  }

  /** Whether the answer fulfils what is expected; an answer that is missing does not. */
  public boolean isMetBy(BigDecimal answered) {
    if (answered == null) {
      return false;
    }
    if (isBound()) {
      return answered.compareTo(value) >= 0;
    }
    return rounded(answered).compareTo(value) == 0;
  }

  /** Ratios to three places, everything else as it is. */
  BigDecimal rounded(BigDecimal number) {
    return unit.startsWith("ratio") ? number.setScale(PLACES, RoundingMode.HALF_UP) : number;
  }
}
