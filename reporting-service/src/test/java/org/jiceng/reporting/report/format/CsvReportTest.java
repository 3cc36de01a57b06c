package org.jiceng.reporting.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of a report: a line for each figure, and none that a spreadsheet would calculate. */
class CsvReportTest {
  private final String file =
      new String(CsvReport.write(SampleReport.content()), StandardCharsets.UTF_8);
  private final List<NamedCsvRecord> lines =
      CsvReader.builder().ofNamedCsvRecord(file.substring(1)).stream().toList();

  @Test
  void excelKnowsThatItIsUtf8() {
    assertThat(file).startsWith("\uFEFFtemplate,area,period,section");
  }

  @Test
  void eachFigureIsALineWithItsValueOrTheWordThatItIsHidden() {
    NamedCsvRecord members = lines.get(0);
    assertThat(members.getField("period")).isEqualTo("2009");
    assertThat(members.getField("figure")).isEqualTo("members.affiliated");
    assertThat(members.getField("value")).isEqualTo("97356");
    NamedCsvRecord male =
        lines.stream().filter(l -> l.getField("rowName").equals("男性")).findFirst().orElseThrow();
    assertThat(male.getField("row")).isEqualTo("1");
    assertThat(male.getField("value")).isEmpty();
    assertThat(male.getField("suppressed")).isEqualTo("true");
  }

  @Test
  void noDataIsAnEmptyValueThatIsNotHidden() {
    assertThat(lines.get(3).getField("value")).isEmpty();
    assertThat(lines.get(3).getField("suppressed")).isEqualTo("false");
  }

  @Test
  void textThatBeginsLikeAFormulaIsText() {
    assertThat(lines.get(3).getField("figureName")).isEqualTo("'=公式");
  }
}
