package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.sheet.Heading;
import org.jiceng.reporting.sheet.Sheet;
import org.jiceng.reporting.sheet.Units;

/** The figures of one place as a spreadsheet: on a day or two, and from day to day. */
@ApplicationScoped
public class FigureSheets {
  private static final Heading NAME = new Heading("指标", "Figure");
  private static final Heading NAME_EN = new Heading("指标（英文）", "Figure (English)");
  private static final Heading FROM = new Heading("自", "From");
  private static final Heading DAY = new Heading("日期", "Day");

  private final Values values;

  FigureSheets(Values values) {
    this.values = values;
  }

  /** Figures of a day, and beside them those of an earlier one, which is null if there is none. */
  Sheet of(Statistics.Answer now, Statistics.Answer before) {
    List<Sheet.Row> rows = new ArrayList<>();
    for (int i = 0; i < now.values().size(); i++) {
      Indicator indicator = indicator(now.values().get(i));
      Heading name = Units.beside(indicator.name(), indicator.nameEn(), indicator.unit());
      List<Sheet.Cell> cells = new ArrayList<>(cells(now.values().subList(i, i + 1)));
      if (before != null) {
        cells.addAll(cells(before.values().subList(i, i + 1)));
      }
      rows.add(new Sheet.Row(List.of(name.zh(), name.en()), cells));
    }
    LocalDate other = before == null ? null : before.asOf();
    return new Sheet(
        "statistics-" + now.asOf(),
        new Heading("统计数据", "Figures"),
        List.of(NAME, NAME_EN),
        before == null ? List.of(asOf(now.asOf())) : List.of(asOf(now.asOf()), asOf(other)),
        rows,
        new SheetNotes()
            .of(now.area(), now.areaName(), now.areaNameEn(), now.organization())
            .asOf(now.asOf())
            .comparedWith(other)
            .knownAt(now.knownAt(), now.freshness())
            .defining(now.values().stream().map(this::indicator).toList()));
  }

  /** A row for each day; of what happened in a step, from its first day to its last. */
  Sheet of(Statistics.Series series) {
    List<Indicator> indicators =
        series.series().stream().map(line -> values.inPath(line.indicator())).toList();
    int days = series.series().isEmpty() ? 0 : series.series().get(0).points().size();
    return new Sheet(
        "series-%s-%s".formatted(series.from(), series.to()),
        new Heading("变化趋势", "Over time"),
        series.perStep() ? List.of(FROM, DAY) : List.of(DAY),
        headings(indicators),
        IntStream.range(0, days).mapToObj(day -> row(series, day)).toList(),
        new SheetNotes()
            .of(series.area(), series.organization())
            .asOf(series.to())
            .knownAt(series.knownAt(), series.freshness())
            .defining(indicators));
  }

  private static Sheet.Row row(Statistics.Series series, int day) {
    List<Sheet.Cell> cells =
        series.series().stream()
            .map(
                line -> {
                  Statistics.Point point = line.points().get(day);
                  return new Sheet.Cell(point.value(), point.suppressed(), line.unit());
                })
            .toList();
    List<Statistics.Point> points = series.series().get(0).points();
    String last = points.get(day).date().toString();
    if (!series.perStep()) {
      return new Sheet.Row(List.of(last), cells);
    }
    String first = points.get(day).from().toString();
    return new Sheet.Row(List.of(first, last), cells);
  }

  private static Heading asOf(LocalDate day) {
    return new Heading("截至 " + day, "As of " + day);
  }

  /** What stands above figures, with their units. */
  static List<Heading> headings(List<Indicator> indicators) {
    return indicators.stream().map(i -> Units.beside(i.name(), i.nameEn(), i.unit())).toList();
  }

  /** The figures of one row. */
  static List<Sheet.Cell> cells(List<Values.Value> values) {
    return values.stream()
        .map(value -> new Sheet.Cell(value.value(), value.suppressed(), value.unit()))
        .toList();
  }

  private Indicator indicator(Values.Value value) {
    return values.inPath(value.indicator());
  }
}
