package org.jiceng.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiceng.kit.codes.IdNumber;
import org.postgresql.PGConnection;

/** A roster as a spreadsheet through the public door, against COPY of the same rows. */
final class ImportRow implements Row {
  private static final int ROWS = 50_000;
  private static final ContentType XLSX =
      ContentType.create("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final List<String> HEADER =
      List.of(
          "idNumber",
          "name",
          "ethnicity",
          "education",
          "phone",
          "organizationCode",
          "status",
          "joinedOn",
          "affiliatedOn",
          "admittedByCode");

  private final Stack stack;

  ImportRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String description() {
    return "import " + ROWS + " members from XLSX, against JDBC COPY of the same rows";
  }

  @Override
  public Result measure() throws Exception {
    try (Api registry = stack.registry();
        Api members = stack.member()) {
      String branch =
          registry
              .get("organizations?type=BRANCH&sector=COMMUNITY&limit=1")
              .json()
              .at("/items/0/code")
              .asText();
      List<List<String>> rows = rows(branch);
      double reference = copySeconds(rows);
      double figure = importSeconds(members, sheet(rows));
      return new Result(name(), figure, reference, "s", Result.Bound.AT_MOST, 4);
    }
  }

  private static List<List<String>> rows(String branch) {
    int region = 990_100 + (int) (System.nanoTime() / 1_000_000 % 9_000);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      LocalDate born = LocalDate.of(1940, 1, 1).plusDays(i % 20_000);
      String id = IdNumber.of(Integer.toString(region), born, i / 20_000).value();
      rows.add(
          List.of(
              id,
              "基准测试",
              "01",
              "20",
              "154" + "%08d".formatted(i),
              branch,
              "FULL",
              "2001-07-01",
              "2008-07-01",
              ""));
    }
    return rows;
  }

  private static byte[] sheet(List<List<String>> rows) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "bench", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("members");
      for (int column = 0; column < HEADER.size(); column++) {
        sheet.value(0, column, HEADER.get(column));
        for (int row = 0; row < rows.size(); row++) {
          sheet.value(row + 1, column, rows.get(row).get(column));
        }
      }
    }
    return file.toByteArray();
  }

  private double copySeconds(List<List<String>> rows) throws Exception {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(String.join("\t", row)).append('\n'));
    try (Connection connection = stack.database("jiceng_member");
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists bench_roster");
      statement.execute(
          "create table bench_roster (id_number text primary key, name text, ethnicity text,"
              + " education text, phone text, organization text, status text, joined_on text,"
              + " affiliated_on text, admitted_by text)");
      long from = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy bench_roster from stdin",
              new java.io.ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
      double seconds = (System.nanoTime() - from) / 1e9;
      statement.execute("drop table bench_roster");
      return seconds;
    }
  }

  private static double importSeconds(Api members, byte[] file) throws Exception {
    long from = System.nanoTime();
    String id = members.postFile("members/imports", file, XLSX).json().get("id").asText();
    members.awaitImport(id);
    return (System.nanoTime() - from) / 1e9;
  }
}
