package org.jiceng.reporting.report.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Column;
import org.jiceng.reporting.report.content.ReportContent.Label;
import org.jiceng.reporting.report.content.ReportContent.Row;
import org.jiceng.reporting.report.content.ReportContent.Table;

/** One figure over two keys is easier to read crosswise: the second key across the page. */
final class CrossTable {
  private static final Cell ZERO = new Cell(java.math.BigDecimal.ZERO, false);
  private static final int MOST_COLUMNS = 9;

  private CrossTable() {}

  /** The table crosswise, or as it is where that does not fit. */
  static Table of(Table table) {
    if (table.keys().size() != 2 || table.figures().size() != 1) {
      return table;
    }
    Map<Label, Map<Label, Cell>> cells = new LinkedHashMap<>();
    Map<Label, Column> columns = new LinkedHashMap<>();
    Column figure = table.figures().get(0);
    for (Row row : table.rows()) {
      Label across = row.labels().get(1);
      columns.computeIfAbsent(across, label -> column(label, figure));
      cells
          .computeIfAbsent(row.labels().get(0), l -> new LinkedHashMap<>())
          .put(across, row.cells().get(0));
    }
    return columns.size() > MOST_COLUMNS ? table : crossed(table, columns, cells);
  }

  private static Table crossed(
      Table table, Map<Label, Column> columns, Map<Label, Map<Label, Cell>> cells) {
    List<Row> rows = new ArrayList<>();
    cells.forEach(
        (down, across) ->
            rows.add(
                new Row(
                    List.of(down),
                    columns.keySet().stream().map(l -> across.getOrDefault(l, ZERO)).toList())));
    return new Table(
        table.section(),
        table.name(),
        table.nameEn(),
        table.keys().subList(0, 1),
        List.copyOf(columns.values()),
        rows);
  }

  private static Column column(Label label, Column figure) {
    String code = label.code() == null ? "" : label.code();
    // The unit would stand in every column; it is said once, in the figure's name.
    String unit = figure.unit().equals("ratio") ? "ratio" : "count";
    return new Column(code, Words.name(label), Words.nameEn(label), unit);
  }
}
