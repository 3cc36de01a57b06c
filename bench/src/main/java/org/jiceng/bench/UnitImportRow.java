package org.jiceng.bench;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** A register of units as CSV through the public door, against COPY of the same rows. */
final class UnitImportRow implements Row {
  private static final int ROWS = 100_000;

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
      UnitFiles files = new UnitFiles(registry);
      Path file = files.write(ROWS);
      double reference = copySeconds(UnitFiles.bare(file));
      double figure = files.bring(file);
      Files.delete(file);
      return new Result(name(), figure, reference, "s", Result.Bound.AT_MOST, 4);
    }
  }

  private double copySeconds(byte[] rows) throws Exception {
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
          .copyIn("copy bench_unit from stdin with (format csv)", new ByteArrayInputStream(rows));
      double seconds = (System.nanoTime() - from) / 1e9;
      statement.execute("drop table bench_unit");
      return seconds;
    }
  }
}
