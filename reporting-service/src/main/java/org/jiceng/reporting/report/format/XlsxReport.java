package org.jiceng.reporting.report.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Column;
import org.jiceng.reporting.report.content.ReportContent.Key;
import org.jiceng.reporting.report.content.ReportContent.Label;
import org.jiceng.reporting.report.content.ReportContent.Row;
import org.jiceng.reporting.report.content.ReportContent.Table;

/**
 * A spreadsheet: a cover, then a sheet for each section. Figures are numbers, hidden ones a star,
 * and no data is an empty cell; the head of a sheet stays in sight.
 */
public final class XlsxReport {
  private static final String HEAD = "D9E2F3";
  private static final double NARROW = 16;
  private static final double WIDE = 34;
  private static final Map<String, String> FORMATS =
      Map.of(
          "ratio",
          "0.0%",
          "persons",
          "#,##0",
          "count",
          "#,##0",
          "households",
          "#,##0.##",
          "CNY",
          "#,##0.00",
          "m2",
          "#,##0.##",
          "hours",
          "#,##0.0",
          "number",
          "#,##0.00");

  private XlsxReport() {}

  /** The whole file. */
  public static byte[] write(PrintedReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Jiceng", "1.0")) {
      cover(report, workbook.newWorksheet("封面 Cover"));
      int number = 1;
      for (Table table : report.content().sections()) {
        Worksheet sheet = workbook.newWorksheet(number++ + " " + sheetName(table.name()));
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

  /** A sheet's name has at most 31 characters, and not these. */
  private static String sheetName(String name) {
    String plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
    return plain.length() > 27 ? plain.substring(0, 27) : plain;
  }

  private static void cover(PrintedReport report, Worksheet sheet) {
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
    head(sheet, List.of("项目", "Item", "内容", "Content"));
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(row).size(); column++) {
        sheet.inlineString(row + 1, column, lines.get(row).get(column));
      }
    }
    sheet.width(2, WIDE * 2);
    sheet.width(3, WIDE * 2);
  }

  /** Figures of one place, one below another. */
  private static void down(Table table, Worksheet sheet) {
    head(sheet, List.of("指标\nIndicator", "英文名称\nEnglish name", "数值\nValue"));
    sheet.width(0, WIDE);
    sheet.width(1, WIDE);
    for (int i = 0; i < table.figures().size(); i++) {
      Column figure = table.figures().get(i);
      sheet.inlineString(i + 1, 0, Words.name(figure));
      sheet.inlineString(i + 1, 1, Words.nameEn(figure));
      write(sheet, i + 1, 2, table.rows().get(0).cells().get(i), figure.unit());
    }
  }

  private static void across(Table table, Worksheet sheet) {
    List<Key> keys = table.keys();
    List<String> names = new java.util.ArrayList<>();
    for (Key key : keys) {
      names.add(key.name() + "\n" + key.nameEn());
      names.add(key.name() + "（英文）\n" + key.nameEn() + " (English)");
    }
    table.figures().forEach(f -> names.add(Words.name(f) + "\n" + Words.nameEn(f)));
    head(sheet, names);
    for (int i = 0; i < 2 * keys.size(); i++) {
      sheet.width(i, 24);
    }
    int at = 1;
    for (Row row : table.rows()) {
      for (int i = 0; i < keys.size(); i++) {
        Label label = row.labels().get(i);
        sheet.inlineString(at, 2 * i, Words.name(label));
        sheet.inlineString(at, 2 * i + 1, Words.nameEn(label));
      }
      for (int i = 0; i < row.cells().size(); i++) {
        write(sheet, at, 2 * keys.size() + i, row.cells().get(i), table.figures().get(i).unit());
      }
      at++;
    }
  }

  private static void head(Worksheet sheet, List<String> names) {
    sheet.freezePane(0, 1);
    for (int i = 0; i < names.size(); i++) {
      sheet.inlineString(0, i, names.get(i));
      sheet.width(i, NARROW);
      sheet.style(0, i).bold().wrapText(true).verticalAlignment("center").fillColor(HEAD).set();
    }
  }

  private static void write(Worksheet sheet, int row, int column, Cell cell, String unit) {
    if (cell.suppressed()) {
      sheet.inlineString(row, column, Words.HIDDEN);
      sheet.style(row, column).horizontalAlignment("right").set();
    } else if (cell.value() != null) {
      sheet.value(row, column, cell.value());
      sheet.style(row, column).format(FORMATS.getOrDefault(unit, "#,##0.##")).set();
    }
  }
}
