package org.jiceng.activity.imports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;

/**
 * Where a file's rows wait, with {@code row_no} and {@code code}, until all of them are known to be
 * good. Names of tables are the caller's own, never input.
 */
public final class Staging {
  private final Connection connection;
  private final String table;

  /** Makes the temporary table by the given statement. */
  public Staging(Connection connection, String table, String create) throws SQLException {
    this.connection = connection;
    this.table = table;
    move(create);
  }

  /** A business date of a row, which must not be still to come. */
  public static LocalDate pastOrToday(
      Row row, String column, ImportContext context, RowErrors errors) {
    LocalDate date = row.date(column);
    if (date != null && date.isAfter(context.today())) {
      errors.add(column, "in-the-future");
    }
    return date;
  }

  /** Reports codes that stand twice in the file or are known already. */
  public void reportKnownCodes(String target, ImportErrors errors) throws SQLException {
    String sql =
        """
        select row_no, 'twice-in-file' from (
          select row_no, row_number() over (partition by code order by row_no) as nth from %1$s) s
         where nth > 1
        union all
        select s.row_no, 'already-there' from %1$s s join %2$s t using (code)
         order by 1"""
            .formatted(table, target);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        errors.add(rows.getLong(1), "code", rows.getString(2));
      }
    }
  }

  /** Runs the statements that move what was staged to where it belongs. */
  public void move(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
