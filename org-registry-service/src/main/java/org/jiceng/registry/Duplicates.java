package org.jiceng.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jiceng.kit.imports.ImportErrors;

/** Finds what a file names twice, or what is there already, in one pass over the staged rows. */
public final class Duplicates {
  private Duplicates() {}

  /** Only what a file names twice. */
  public static void inFile(
      Connection connection, String staged, String key, String column, ImportErrors errors)
      throws SQLException {
    String sql =
        """
        select row_no from (
          select row_no, row_number() over (partition by %2$s order by row_no) as nth from %1$s) s
         where nth > 1 order by 1"""
            .formatted(staged, key);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        errors.add(rows.getLong(1), column, "twice-in-file");
      }
    }
  }

  /** The names of tables and columns are the caller's own, never input. */
  public static void report(
      Connection connection,
      String staged,
      String table,
      String key,
      String column,
      ImportErrors errors)
      throws SQLException {
    String sql =
        """
        select row_no, 'twice-in-file' from (
          select row_no, row_number() over (partition by %2$s order by row_no) as nth from %1$s) s
         where nth > 1
        union all
        select s.row_no, 'already-there' from %1$s s join %3$s t using (%2$s)
         order by 1"""
            .formatted(staged, key, table);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        errors.add(rows.getLong(1), column, rows.getString(2));
      }
    }
  }
}
