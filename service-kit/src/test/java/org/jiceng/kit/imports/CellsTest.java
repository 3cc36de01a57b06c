package org.jiceng.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiceng.kit.codes.IdNumber;

class CellsTest {
  @Property
  void whatOneWritesAsCsvIsReadBack(@ForAll("tables") List<List<String>> table) {
    StringWriter csv = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(csv)) {
      table.forEach(writer::writeRecord);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    List<List<String>> read = new ArrayList<>();
    CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, () -> 0);
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < rows.cells().size(); i++) {
        row.add(rows.cells().text(i));
      }
      read.add(row);
    }
    assertThat(read).isEqualTo(table);
  }

  @Property
  void everyDateIsReadHoweverItIsWritten(@ForAll LocalDate any) {
    LocalDate date = LocalDate.of(1901, 1, 1).plusDays(Math.floorMod(any.toEpochDay(), 60_000));
    int y = date.getYear();
    int m = date.getMonthValue();
    int d = date.getDayOfMonth();
    for (String text :
        List.of(
            date.toString(),
            y + "/" + m + "/" + d,
            y + "." + m + "." + d,
            y + "年" + m + "月" + d + "日",
            date + " 00:00:00",
            "%04d%02d%02d".formatted(y, m, d))) {
      assertThat(CellDates.ofText(text)).as(text).contains(date);
    }
    long serial = java.time.temporal.ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), date);
    assertThat(CellDates.ofSerial(Long.toString(serial), new Line("x"))).contains(date);
  }

  @Example
  void whatIsNoDateIsNone() {
    for (String text : List.of("2009-02-29", "31.12.2009", "2009", "yesterday", "2009-13-01", "")) {
      assertThat(CellDates.ofText(text)).as(text).isEmpty();
    }
  }

  @Example
  void anIdNumberThatTheSpreadsheetRoundedIsToldFromAWrongOne() {
    assertThat(codesOf("1.10105E+17")).containsExactly("number-rounded");
    assertThat(codesOf("110105194912310021")).containsExactly("id-number-check");
    assertThat(codesOf("　11010519491231002ｘ\u00A0")).isEmpty();
    assertThat(codesOf(" \u3000 ")).containsExactly("required");
    assertThat(codesOf("1".repeat(33))).containsExactly("too-long");
    assertThat(codesOf("a\u0000b")).containsExactly("control-character");
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.strings()
            .withChars("ab,;\"\n\r 'é汉𠮷".toCharArray())
            .excludeChars('\uD842', '\uDFB7')
            .ofMinLength(0)
            .ofMaxLength(12)
            .map(text -> "x" + text.replace("\r", ""));
    return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(20);
  }

  private static List<String> codesOf(String text) {
    ErrorLog log = new ErrorLog();
    Header header = new Header(List.of(Column.required("id", 32)), new Line("id"), log);
    new Row(header, 2, new Line(text), log.of(2)).value("id", IdNumber::parse);
    return log.entries().stream().map(ErrorLog.Entry::code).toList();
  }

  private record Line(String only) implements Cells {
    @Override
    public String text(int index) {
      return index == 0 ? only : null;
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
