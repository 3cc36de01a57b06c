package org.jiceng.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jiceng.kit.codes.CodeLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.required("idNumber", 18).also("身份证号", "公民身份号码"),
          Column.required("sex").also("性别").of(CodeLists.SEX),
          Column.optional("note"));

  @TempDir Path folder;

  @Test
  void theHeaderIsInOnesLanguageAndTheImportUnderstandsIt() throws IOException {
    assertThat(titles(Locale.SIMPLIFIED_CHINESE)).containsExactly("身份证号", "性别", "note");
    assertThat(titles(Locale.ENGLISH)).containsExactly("idNumber", "sex", "note");
  }

  @Test
  void codesAreChosenFromAList() throws IOException {
    byte[] file = file(Locale.SIMPLIFIED_CHINESE);
    assertThat(part(file, "xl/worksheets/sheet1.xml"))
        .contains("<dataValidation ")
        .contains("type=\"list\"")
        .contains("B2:B10001");
    try (InputStream in = new ByteArrayInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      assertThat(workbook.getSheet(1).orElseThrow().read().get(1).getCellText(1)).isEqualTo("男性");
    }
  }

  private static List<String> titles(Locale language) throws IOException {
    try (InputStream in = new ByteArrayInputStream(file(language));
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      Row header = workbook.getFirstSheet().read().get(0);
      return header.stream().map(cell -> cell.getText()).toList();
    }
  }

  private static byte[] file(Locale language) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Template(COLUMNS, language).write(out);
    return out.toByteArray();
  }

  private String part(byte[] file, String name) throws IOException {
    Path path = Files.write(folder.resolve("template.xlsx"), file);
    try (ZipFile zip = new ZipFile(path.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
