package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiceng.kit.problem.Problem;
import org.jiceng.reporting.figures.Question;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.indicator.Indicators;

/** The values of indicators, and the indicators that a question names. */
@ApplicationScoped
public class Values {
  private final Indicators indicators;

  Values(Indicators indicators) {
    this.indicators = indicators;
  }

  /**
   * A figure; null where there is no data.
   *
   * @param suppressed whether it is null because it would tell too much of few persons
   */
  public record Value(String indicator, BigDecimal value, String unit, boolean suppressed) {
    /** The same without its value, which would tell too much. */
    Value withheld() {
      return new Value(indicator, null, unit, true);
    }
  }

  /** The indicators of those names, separated by commas; all where there are none. */
  public List<Indicator> wanted(String names) {
    return names == null || names.isBlank()
        ? List.copyOf(indicators.all())
        : Arrays.stream(names.split(","))
            .map(String::strip)
            .map(name -> wanted("indicators", name))
            .toList();
  }

  /** The indicator of that name. */
  public Optional<Indicator> find(String name) {
    return indicators.find(name);
  }

  /** The indicator that a path names (404). */
  public Indicator inPath(String name) {
    return indicators.find(name).orElseThrow(Problem::notFound);
  }

  /** The indicator that a field of the question names (400). */
  public Indicator wanted(String field, String name) {
    return indicators
        .find(name)
        .orElseThrow(() -> Problem.malformed(field, "unknown-indicator", name));
  }

  /** Their values; all null where nothing had happened yet. */
  public List<Value> of(Collection<Indicator> wanted, Question question) {
    boolean noData = question.now().isEmpty();
    return wanted.stream()
        .map(i -> new Value(i.indicator(), noData ? null : value(i, question), i.unit(), false))
        .toList();
  }

  /** The same where there is no place at all. */
  public List<Value> none(Collection<Indicator> wanted) {
    return wanted.stream().map(i -> new Value(i.indicator(), null, i.unit(), false)).toList();
  }

  private static BigDecimal value(Indicator indicator, Question question) {
    try {
      return plain(indicator.definition().value(question));
    } catch (Question.OnlyOnItsOwnBoundaries e) {
      return null;
    }
  }

  /** A number without the zeros behind its last digit. */
  public static BigDecimal plain(BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
