package org.jiceng.reporting.report.sealing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jiceng.reporting.figures.Question;
import org.jiceng.reporting.indicator.Formula;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.report.template.Figure;
import org.jiceng.reporting.report.template.ReportPeriod;
import org.jiceng.reporting.statistics.Values;

/** The figures of one place at the ends of periods; its sums of a day are read once. */
final class PlaceFigures {
  private static final int DIGITS_OF_RATIO = 3;
  private static final int DIGITS_OF_NUMBER = 2;

  private final Indicators indicators;
  private final BiFunction<LocalDate, LocalDate, Question> asking;
  private final Map<ReportPeriod, Question> asked = new HashMap<>();

  /** By a question about the place for a day and an earlier one. */
  PlaceFigures(Indicators indicators, BiFunction<LocalDate, LocalDate, Question> asking) {
    this.indicators = indicators;
    this.asking = asking;
  }

  /**
   * What is told of a place.
   *
   * @param value null for no data
   * @param counts the counts of persons that it is made of by division, or else itself
   */
  record Told(Indicator indicator, BigDecimal value, List<BigDecimal> counts) {}

  /** An indicator at the end of a period, what happened in it after its beginning. */
  Told tell(String indicator, ReportPeriod period) {
    BigDecimal value = of(indicator, period);
    Indicator told = indicator(indicator);
    Question question = question(period);
    List<BigDecimal> counts = new ArrayList<>();
    if (told.definition() instanceof Formula.Quotient quotient) {
      Stream.of(quotient.part(), quotient.whole())
          .filter(PlaceFigures::countsPersons)
          .forEach(formula -> counts.add(formula.value(question)));
    } else if (told.definition() instanceof Formula.Growth growth) {
      counts.add(growth.of().value(question));
      counts.add(growth.of().value(question.earlier()));
    } else {
      counts.add(value);
    }
    return new Told(told, value, counts);
  }

  /** The same, or no data. */
  BigDecimal of(String indicator, ReportPeriod period) {
    Question question = question(period);
    return question.now().isEmpty()
        ? null
        : Values.plain(indicator(indicator).definition().value(question));
  }

  private static boolean countsPersons(Formula formula) {
    return formula.parts().stream()
        .flatMap(part -> part.sum().measures().stream())
        .anyMatch(Indicator::isOfPersons);
  }

  private Question question(ReportPeriod period) {
    return asked.computeIfAbsent(period, p -> asking.apply(p.last(), p.from().minusDays(1)));
  }

  /** One of two figures divided by the other; no data where there is nothing to divide by. */
  static BigDecimal quotient(Figure figure, BigDecimal part, BigDecimal whole) {
    if (part == null || whole == null || whole.signum() == 0) {
      return null;
    }
    int digits = figure.unit().equals("ratio") ? DIGITS_OF_RATIO : DIGITS_OF_NUMBER;
    return Values.plain(part.divide(whole, digits, RoundingMode.HALF_UP));
  }

  Indicator indicator(String name) {
    return indicators.find(name).orElseThrow();
  }
}
