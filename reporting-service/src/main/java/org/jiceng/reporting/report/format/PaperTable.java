package org.jiceng.reporting.report.format;

import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.util.Arrays;
import java.util.List;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Column;
import org.jiceng.reporting.report.content.ReportContent.Row;
import org.jiceng.reporting.report.content.ReportContent.Table;

/** A section's table on paper: it goes on over pages, its head on each. */
final class PaperTable {
  private static final float LABEL_WIDTH = 2.2f;
  private static final float NAME_WIDTH = 4;

  private final PaperStyle style;

  PaperTable(PaperStyle style) {
    this.style = style;
  }

  /** With what stands above it, which stands above it on each page. */
  PdfPTable of(Table table, Phrase heading) {
    return table.keys().isEmpty() ? down(table, heading) : across(CrossTable.of(table), heading);
  }

  private static PdfPTable begin(float[] widths, Phrase heading) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSplitLate(true);
    table.setSpacingAfter(12);
    PdfPCell above = PaperStyle.bare(heading);
    above.setColspan(widths.length);
    above.setPaddingLeft(0);
    above.setPaddingBottom(6);
    table.addCell(above);
    table.setHeaderRows(2);
    return table;
  }

  /** The figures of one place, one below another. */
  private PdfPTable down(Table table, Phrase heading) {
    PdfPTable made = begin(new float[] {NAME_WIDTH, 1.4f}, heading);
    made.addCell(style.head(style.bilingual("指标", "Indicator", true), false));
    made.addCell(style.head(style.bilingual("数值", "Value", true), true));
    List<Cell> cells = table.rows().get(0).cells();
    for (int i = 0; i < cells.size(); i++) {
      Column figure = table.figures().get(i);
      made.addCell(
          style.label(style.bilingual(Words.name(figure), Words.nameEn(figure), false), false));
      made.addCell(style.number(Words.of(cells.get(i), figure.unit()), false));
    }
    return made;
  }

  private PdfPTable across(Table table, Phrase heading) {
    float[] widths = new float[table.keys().size() + table.figures().size()];
    Arrays.fill(widths, 1.3f);
    Arrays.fill(widths, 0, table.keys().size(), LABEL_WIDTH);
    PdfPTable made = begin(widths, heading);
    table
        .keys()
        .forEach(
            key ->
                made.addCell(style.head(style.bilingual(key.name(), key.nameEn(), true), false)));
    table
        .figures()
        .forEach(
            figure ->
                made.addCell(
                    style.head(
                        style.bilingual(Words.name(figure), Words.nameEn(figure), true), true)));
    table.rows().forEach(row -> add(row, table, made));
    return made;
  }

  private void add(Row row, Table table, PdfPTable made) {
    boolean total = row.labels().stream().anyMatch(label -> label.code() == null);
    row.labels()
        .forEach(
            label ->
                made.addCell(
                    style.label(
                        style.bilingual(Words.name(label), Words.nameEn(label), total), total)));
    for (int i = 0; i < row.cells().size(); i++) {
      String unit = table.figures().get(i).unit();
      made.addCell(style.number(Words.of(row.cells().get(i), unit), total));
    }
  }
}
