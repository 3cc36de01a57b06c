package org.jiceng.reporting.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spreadsheet of a report: numbers are numbers, and nothing is there that was not sealed. */
class XlsxReportTest {
  private final byte[] file = XlsxReport.write(SampleReport.printed());

  @Test
  void figuresAreNumbersAndRatiosReadAsPercentages() throws IOException {
    ReadingOptions withFormats = new ReadingOptions(true, false);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(file), withFormats)) {
      List<Row> rows = workbook.getSheet(1).orElseThrow().read();
      assertThat(rows.get(0).getCell(0).getText()).isEqualTo("指标\nIndicator");
      assertNumber(rows.get(1).getCell(2), "97356", "#,##0");
      assertNumber(rows.get(3).getCell(2), "0.873", "0.0%");
    }
  }

  @Test
  void noDataIsAnEmptyCellAndWhatIsHiddenAStar() throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      Row noData = workbook.getSheet(1).orElseThrow().read().get(4);
      assertThat(noData.getOptionalCell(2).map(Cell::getText).orElse("")).isEmpty();
      assertThat(noData.getCell(0).getType()).isEqualTo(CellType.STRING);
      Row hidden = workbook.getSheet(3).orElseThrow().read().get(2);
      assertThat(hidden.getCell(0).getText()).isEqualTo("男性");
      assertThat(hidden.getCell(1).getText()).isEqualTo("Male");
      assertThat(hidden.getCell(2).getText()).isEqualTo("＊");
    }
  }

  @Test
  void eachSectionIsASheetWhoseHeadStaysInSight(@TempDir Path directory) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly("封面 Cover", "1 总体情况", "2 五年变化", "3 党员性别构成", "4 党组织领域和类别", "5 各街道、地区办事处");
    }
    assertThat(sheetTexts(directory)).hasSize(6).allMatch(xml -> xml.contains("state=\"frozen\""));
  }

  private static void assertNumber(Cell cell, String value, String format) {
    assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
    assertThat(cell.asNumber()).isEqualByComparingTo(new BigDecimal(value));
    assertThat(cell.getDataFormatString()).isEqualTo(format);
  }

  private List<String> sheetTexts(Path directory) throws IOException {
    Path written = Files.write(directory.resolve("report.xlsx"), file);
    List<String> texts = new ArrayList<>();
    try (ZipFile zip = new ZipFile(written.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith("xl/worksheets/sheet")) {
          texts.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return texts;
  }
}
