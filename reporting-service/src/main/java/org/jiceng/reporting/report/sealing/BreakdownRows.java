package org.jiceng.reporting.report.sealing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.reporting.breakdown.DimensionNames;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Label;
import org.jiceng.reporting.report.content.ReportContent.Row;
import org.jiceng.reporting.sheet.Heading;

/** Puts the cells of several figures over the same dimensions together, a row for each value. */
final class BreakdownRows {
  private static final Cell NONE = new Cell(java.math.BigDecimal.ZERO, false);

  private final DimensionNames names;
  private final List<Dimension> by;
  private final int figures;
  private final Map<List<String>, List<Cell>> rows;

  BreakdownRows(DimensionNames names, List<Dimension> by, int figures) {
    this.names = names;
    this.by = by;
    this.figures = figures;
    this.rows = new TreeMap<>(names.order(by));
  }

  /** The cell of one of the figures, by the codes of the dimensions that are not summed over. */
  void put(int figure, Map<String, String> keys, Cell cell) {
    List<String> codes = new ArrayList<>();
    by.forEach(dimension -> codes.add(keys.get(dimension.word())));
    rows.computeIfAbsent(codes, c -> new ArrayList<>(Collections.nCopies(figures, NONE)))
        .set(figure, cell);
  }

  List<Row> rows() {
    List<Row> found = new ArrayList<>();
    rows.forEach(
        (codes, cells) -> {
          List<Label> labels = new ArrayList<>();
          for (int d = 0; d < by.size(); d++) {
            labels.add(label(by.get(d), codes.get(d)));
          }
          found.add(new Row(labels, List.copyOf(cells)));
        });
    return found;
  }

  private Label label(Dimension dimension, String code) {
    if (code == null) {
      return new Label(null, null, null);
    }
    Heading name = names.of(dimension, code);
    return new Label(code, name.zh(), name.en());
  }
}
