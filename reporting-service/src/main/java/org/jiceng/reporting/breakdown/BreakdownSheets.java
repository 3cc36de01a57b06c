package org.jiceng.reporting.breakdown;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.sheet.Heading;
import org.jiceng.reporting.sheet.Sheet;
import org.jiceng.reporting.sheet.Units;
import org.jiceng.reporting.statistics.SheetNotes;
import org.jiceng.reporting.statistics.Values;

/** A breakdown as a spreadsheet: a row for each cell, the sums first. */
@ApplicationScoped
class BreakdownSheets {
  private static final Heading TOTAL = new Heading("合计", "Total");
  private static final Heading CODE = new Heading("代码", "Code");

  private final Values values;
  private final Views views;

  BreakdownSheets(Values values, Views views) {
    this.values = values;
    this.views = views;
  }

  Sheet of(Breakdowns.Breakdown table) {
    Indicator indicator = values.inPath(table.indicator());
    List<Dimension> by =
        table.by().stream().map(word -> Dimension.named(word).orElseThrow()).toList();
    try (View view = views.open(Knowledge.at(null))) {
      DimensionNames names = new DimensionNames(view);
      return new Sheet(
          "%s-by-%s-%s".formatted(table.indicator(), String.join("-", table.by()), table.asOf()),
          new Heading("构成", "Breakdown"),
          by.stream().flatMap(one -> headings(names.of(one)).stream()).toList(),
          List.of(Units.beside(indicator.name(), indicator.nameEn(), indicator.unit())),
          rows(names, by, table),
          new SheetNotes()
              .of(table.area(), table.organization())
              .asOf(table.asOf())
              .knownAt(table.knownAt(), table.freshness())
              .defining(List.of(indicator)));
    }
  }

  private static List<Heading> headings(Heading name) {
    return List.of(
        new Heading(name.zh() + CODE.zh(), name.en() + ", code"),
        name,
        new Heading(name.zh() + "（英文）", name.en() + " (English)"));
  }

  private static List<Sheet.Row> rows(
      DimensionNames names, List<Dimension> by, Breakdowns.Breakdown table) {
    Map<List<String>, Cell> cells = new TreeMap<>(names.order(by));
    for (Cell cell : table.cells()) {
      List<String> codes = new ArrayList<>();
      by.forEach(dimension -> codes.add(cell.keys().get(dimension.word())));
      cells.put(codes, cell);
    }
    List<Sheet.Row> rows = new ArrayList<>();
    cells.forEach(
        (codes, cell) -> {
          List<String> words = new ArrayList<>();
          for (int d = 0; d < by.size(); d++) {
            Heading name = codes.get(d) == null ? TOTAL : names.of(by.get(d), codes.get(d));
            words.add(codes.get(d));
            words.add(name.zh());
            words.add(name.en());
          }
          Sheet.Cell figure = new Sheet.Cell(cell.value(), cell.suppressed(), table.unit());
          rows.add(new Sheet.Row(words, List.of(figure)));
        });
    return rows;
  }
}
