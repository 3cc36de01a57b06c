package org.jiceng.reporting.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table as a spreadsheet: numbers are numbers, and neither no data nor what is hidden is 0. */
class SheetFileTest {
  private static final byte[] FILE =
      SheetFile.of(
          new Sheet(
              "table",
              new Heading("各地区", "By area"),
              List.of(new Heading("地区", "Area")),
              List.of(
                  Units.beside("党员", "Members", "persons"),
                  Units.beside("覆盖率", "Coverage", "ratio")),
              List.of(
                  row("=东", "97356", "0.873"),
                  new Sheet.Row(
                      List.of("西"),
                      List.of(
                          new Sheet.Cell(null, true, "persons"),
                          new Sheet.Cell(null, false, "ratio"))),
                  row("南", "0", "0")),
              List.of(new Sheet.Note(new Heading("截至日期", "As of"), "2009-12-31"))));

  @Test
  void figuresAreNumbersInTheFormOfTheirUnits() throws IOException {
    assertNumber(cell(1, 1), "97356", "#,##0");
    assertNumber(cell(1, 2), "0.873", "0.0%");
    assertNumber(cell(3, 1), "0", "#,##0");
  }

  @Test
  void whatIsHiddenIsStarsAndNoDataIsNothing() throws IOException {
    assertThat(cell(2, 1).getType()).isEqualTo(CellType.STRING);
    assertThat(cell(2, 1).getText()).isEqualTo("***");
    assertThat(rows(0).get(2).getOptionalCell(2)).isEmpty();
  }

  @Test
  void headingsAreInBothLanguagesAndStayInSight(@TempDir Path directory) throws IOException {
    assertThat(cell(0, 0).getText()).isEqualTo("地区\nArea");
    assertThat(cell(0, 1).getText()).isEqualTo("党员（人）\nMembers (persons)");
    assertThat(sheetXml(directory)).contains("state=\"frozen\"");
  }

  @Test
  void wordsAreNeverAFormula() throws IOException {
    assertThat(cell(1, 0).getType()).isEqualTo(CellType.STRING);
    assertThat(cell(1, 0).getText()).isEqualTo("=东");
  }

  @Test
  void whatTheFiguresAreOfStandsOnASheetOfItsOwn() throws IOException {
    assertThat(rows(1).stream().map(row -> row.getCell(1).getText()))
        .containsExactly("Item", "As of", "Hidden", "Empty");
    assertThat(rows(1).get(1).getCell(2).getText()).isEqualTo("2009-12-31");
  }

  private static Sheet.Row row(String name, String members, String coverage) {
    return new Sheet.Row(
        List.of(name),
        List.of(
            new Sheet.Cell(new BigDecimal(members), false, "persons"),
            new Sheet.Cell(new BigDecimal(coverage), false, "ratio")));
  }

  private static void assertNumber(Cell cell, String value, String format) {
    assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
    assertThat(cell.asNumber()).isEqualByComparingTo(new BigDecimal(value));
    assertThat(cell.getDataFormatString()).isEqualTo(format);
  }

  private static Cell cell(int row, int column) throws IOException {
    return rows(0).get(row).getCell(column);
  }

  private static List<Row> rows(int sheet) throws IOException {
    ReadingOptions withFormats = new ReadingOptions(true, false);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(FILE), withFormats)) {
      return workbook.getSheet(sheet).orElseThrow().read();
    }
  }

  private static String sheetXml(Path directory) throws IOException {
    Path file = Files.write(directory.resolve("table.xlsx"), FILE);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry first = zip.getEntry("xl/worksheets/sheet1.xml");
      return new String(zip.getInputStream(first).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
