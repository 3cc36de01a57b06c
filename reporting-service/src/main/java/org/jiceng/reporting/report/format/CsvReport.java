package org.jiceng.reporting.report.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiceng.kit.imports.Formulas;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.content.ReportContent.Cell;
import org.jiceng.reporting.report.content.ReportContent.Column;
import org.jiceng.reporting.report.content.ReportContent.Label;
import org.jiceng.reporting.report.content.ReportContent.Row;
import org.jiceng.reporting.report.content.ReportContent.Table;

/**
 * One line for each figure, in UTF-8 with a byte order mark as the exports have it, so that the
 * files of several periods can be laid one below another.
 */
public final class CsvReport {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final List<String> COLUMNS =
      List.of(
          "template",
          "area",
          "period",
          "section",
          "sectionName",
          "sectionNameEn",
          "row",
          "rowName",
          "rowNameEn",
          "figure",
          "figureName",
          "figureNameEn",
          "unit",
          "value",
          "suppressed");

  private CsvReport() {}

  /** The whole file. */
  public static byte[] write(ReportContent content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      text.write(BYTE_ORDER_MARK);
      CsvWriter csv = CsvWriter.builder().build(text);
      csv.writeRecord(COLUMNS);
      for (Table table : content.sections()) {
        write(content, table, csv);
      }
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(ReportContent content, Table table, CsvWriter csv) {
    for (Row row : table.rows()) {
      for (int i = 0; i < row.cells().size(); i++) {
        Column figure = table.figures().get(i);
        Cell cell = row.cells().get(i);
        csv.writeRecord(
            content.template().template(),
            content.area().code(),
            content.period(),
            table.section(),
            Formulas.guard(table.name()),
            Formulas.guard(table.nameEn()),
            of(row, label -> label.code() == null ? "" : label.code()),
            of(row, Words::name),
            of(row, Words::nameEn),
            figure.figure(),
            Formulas.guard(figure.name()),
            Formulas.guard(figure.nameEn()),
            figure.unit(),
            plain(cell.value()),
            String.valueOf(cell.suppressed()));
      }
    }
  }

  private static String of(Row row, Function<Label, String> word) {
    return Formulas.guard(row.labels().stream().map(word).collect(Collectors.joining("/")));
  }

  private static String plain(BigDecimal value) {
    return value == null ? "" : value.toPlainString();
  }
}
