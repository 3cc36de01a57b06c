package org.jiceng.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import org.apache.hc.core5.http.ContentType;
import org.jiceng.kit.codes.CreditCode;
import org.postgresql.PGConnection;

/** A register of units as CSV through the public door, against COPY of the same rows. */
final class UnitImportRow implements Row {
  private static final int ROWS = 100_000;
  private static final ContentType CSV = ContentType.create("text/csv", StandardCharsets.UTF_8);

  private final Stack stack;

  UnitImportRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "import-units";
  }

  @Override
  public String description() {
    return "import " + ROWS + " units from CSV, against JDBC COPY of the same rows";
  }

  @Override
  public Result measure() throws Exception {
    try (Api registry = stack.registry()) {
      String area =
          registry
              .get("organizations?type=BRANCH&sector=COMMUNITY&limit=1")
              .json()
              .at("/items/0/areaCode")
              .asText();
      String rows = rows(area);
      double reference = copySeconds(rows);
      String header = "creditCode,name,kind,areaCode,staffCount,registeredOn\n";
      double figure = importSeconds(registry, header + rows);
      return new Result(name(), figure, reference, "s", Result.Bound.AT_MOST, 4);
    }
  }

  private static String rows(String area) {
    long run = System.nanoTime() / 1_000_000 % 1_000;
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      String code = CreditCode.completing("92990100B%03d%05d".formatted(run, i)).value();
      rows.append(code)
          .append(",基准测试第")
          .append(i)
          .append("号公司,NON_PUBLIC_ENTERPRISE,")
          .append(area)
          .append(',')
          .append(i % 300)
          .append(",2001-07-01\n");
    }
    return rows.toString();
  }

  private double copySeconds(String rows) throws Exception {
    try (Connection connection = stack.database("jiceng_registry");
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists bench_unit");
      statement.execute(
          "create table bench_unit (credit_code text primary key, name text, kind text,"
              + " area_code text, staff_count int, registered_on date)");
      long from = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy bench_unit from stdin with (format csv)",
              new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
      double seconds = (System.nanoTime() - from) / 1e9;
      statement.execute("drop table bench_unit");
      return seconds;
    }
  }

  private static double importSeconds(Api registry, String file) throws Exception {
    long from = System.nanoTime();
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    String id = registry.postFile("units/imports", bytes, CSV).json().get("id").asText();
    while (true) {
      String state = registry.get("imports/" + id).json().get("state").asText();
      if (state.equals("COMPLETED")) {
        return (System.nanoTime() - from) / 1e9;
      }
      if (state.equals("REJECTED") || state.equals("FAILED")) {
        throw new IllegalStateException("the import ended as " + state + ", job " + id);
      }
      Thread.sleep(20);
    }
  }
}
