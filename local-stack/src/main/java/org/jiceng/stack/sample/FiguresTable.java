package org.jiceng.stack.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiceng.stack.StackAccess;

/** The table of figures: what the sample district must show beside what reporting answers. */
public final class FiguresTable {
  private final StackAccess access;
  private final StackHttp http;
  private final List<ExpectedFigure> expected;

  public FiguresTable(StackAccess access) {
    this.access = access;
    this.http = new StackHttp(access, "auditor");
    this.expected = Expected.of(access.scale());
  }

  /**
   * A line of the table.
   *
   * @param answered null where reporting knows no such indicator
   */
  public record Line(ExpectedFigure figure, BigDecimal answered) {
    /** Whether the answer is what is expected; a date without expectations is never wrong. */
    public boolean isRight() {
      return figure.value() == null ? answered != null : figure.isMetBy(answered);
    }
  }

  /** Asks reporting for every figure on its own date. */
  public List<Line> ask() {
    return answered(expected);
  }

  /** Asks for every figure of that day; values are expected only where the day has them. */
  public List<Line> ask(LocalDate asOf) {
    Map<String, ExpectedFigure> ofTheDay =
        expected.stream()
            .filter(f -> f.asOf().equals(asOf))
            .collect(Collectors.toMap(ExpectedFigure::indicator, f -> f));
    return answered(
        expected.stream()
            .filter(f -> !f.asOf().equals(SamplePlan.EARLIER_DAY))
            .map(f -> ofTheDay.getOrDefault(f.indicator(), f.unknownOn(asOf)))
            .toList());
  }

  /** Whether every figure is as expected now. */
  public boolean asExpected() {
    return ask().stream().allMatch(Line::isRight);
  }

  /** Prints the table and says whether every figure is right. */
  public static boolean print(List<Line> lines, PrintStream out, boolean colour) {
    new TablePrinter(out, colour).print(lines);
    return lines.stream().allMatch(Line::isRight);
  }

  private List<Line> answered(List<ExpectedFigure> figures) {
    Map<Period, Map<String, BigDecimal>> answers = new HashMap<>();
    for (Period period : periods(figures)) {
      answers.put(period, statistics(period, figures));
    }
    List<Line> lines = new ArrayList<>();
    for (ExpectedFigure figure : figures) {
      lines.add(new Line(figure, answers.get(Period.of(figure)).get(figure.indicator())));
    }
    return lines;
  }

  /** The dates that one question is about. */
  private record Period(LocalDate since, LocalDate asOf) {
    static Period of(ExpectedFigure figure) {
      return new Period(figure.since(), figure.asOf());
    }
  }

  private static LinkedHashSet<Period> periods(List<ExpectedFigure> figures) {
    return figures.stream().map(Period::of).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Map<String, BigDecimal> statistics(Period period, List<ExpectedFigure> figures) {
    String indicators =
        figures.stream()
            .filter(f -> Objects.equals(Period.of(f), period))
            .map(ExpectedFigure::indicator)
            .collect(Collectors.joining(","));
    String since = period.since == null ? "" : "&since=" + period.since;
    URI question =
        access
            .reporting()
            .resolve(
                "/api/v1/statistics?asOf=" + period.asOf + since + "&indicators=" + indicators);
    Map<String, BigDecimal> values = new HashMap<>();
    for (JsonNode value : http.get(question).path("values")) {
      if (value.path("value").isNumber()) {
        values.put(value.path("indicator").asText(), value.path("value").decimalValue());
      }
    }
    return values;
  }
}
