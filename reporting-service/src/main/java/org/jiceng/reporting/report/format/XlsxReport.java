package org.jiceng.reporting.report.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Column;
import org.jiceng.reporting.report.content.ReportContent.Key;
import org.jiceng.reporting.report.content.ReportContent.Label;
import org.jiceng.reporting.report.content.ReportContent.Row;
import org.jiceng.reporting.report.content.ReportContent.Table;
import org.jiceng.reporting.sheet.FigureSheet;

/**
 * A spreadsheet: a cover, then a sheet for each section. Figures are numbers, hidden ones a star,
 * and no data is an empty cell; the head of a sheet stays in sight.
 */
public final class XlsxReport {
  private static final double WIDE = 34;

  private XlsxReport() {}

  /** The whole file. */
  public static byte[] write(PrintedReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Jiceng", "1.0")) {
      cover(report, new FigureSheet(workbook, "", "封面 Cover", Words.HIDDEN));
      int number = 1;
      for (Table table : report.content().sections()) {
        FigureSheet sheet = new FigureSheet(workbook, number++ + " ", table.name(), Words.HIDDEN);
        if (table.keys().isEmpty()) {
          down(table, sheet);
        } else {
          across(table, sheet);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void cover(PrintedReport report, FigureSheet sheet) {
    var content = report.content();
    List<List<String>> lines =
        List.of(
            List.of("报表", "Report", content.template().name(), content.template().nameEn()),
            List.of("区域", "Area", content.area().name(), content.area().code()),
            List.of("期间", "Period", content.period(), content.from() + " – " + content.asOf()),
            List.of("截至", "As of", content.asOf().toString(), ""),
            List.of("版本", "Version", String.valueOf(report.version()), ""),
            List.of("编号", "Id", report.id().toString(), report.url()),
            List.of("摘要", "SHA-256", report.digest(), ""),
            List.of("日志位置", "Log positions", content.positions().toString(), ""),
            List.of(Words.HIDDEN, "Hidden", "为保护个人信息不予显示", "Not shown, to protect single persons"));
    sheet.head(List.of("项目", "Item", "内容", "Content"));
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(row).size(); column++) {
        sheet.words(row + 1, column, lines.get(row).get(column));
      }
    }
    sheet.width(2, WIDE * 2);
    sheet.width(3, WIDE * 2);
  }

  /** Figures of one place, one below another. */
  private static void down(Table table, FigureSheet sheet) {
    sheet.head(List.of("指标\nIndicator", "英文名称\nEnglish name", "数值\nValue"));
    sheet.width(0, WIDE);
    sheet.width(1, WIDE);
    for (int i = 0; i < table.figures().size(); i++) {
      Column figure = table.figures().get(i);
      sheet.words(i + 1, 0, Words.name(figure));
      sheet.words(i + 1, 1, Words.nameEn(figure));
      write(sheet, i + 1, 2, table.rows().get(0).cells().get(i), figure.unit());
    }
  }

  private static void across(Table table, FigureSheet sheet) {
    List<Key> keys = table.keys();
    List<String> names = new java.util.ArrayList<>();
    for (Key key : keys) {
      names.add(key.name() + "\n" + key.nameEn());
      names.add(key.name() + "（英文）\n" + key.nameEn() + " (English)");
    }
    table.figures().forEach(f -> names.add(Words.name(f) + "\n" + Words.nameEn(f)));
    sheet.head(names);
    for (int i = 0; i < 2 * keys.size(); i++) {
      sheet.width(i, 24);
    }
    int at = 1;
    for (Row row : table.rows()) {
      for (int i = 0; i < keys.size(); i++) {
        Label label = row.labels().get(i);
        sheet.words(at, 2 * i, Words.name(label));
        sheet.words(at, 2 * i + 1, Words.nameEn(label));
      }
      for (int i = 0; i < row.cells().size(); i++) {
        write(sheet, at, 2 * keys.size() + i, row.cells().get(i), table.figures().get(i).unit());
      }
      at++;
    }
  }

  private static void write(FigureSheet sheet, int row, int column, Cell cell, String unit) {
    sheet.figure(row, column, cell.value(), cell.suppressed(), unit);
  }
}
