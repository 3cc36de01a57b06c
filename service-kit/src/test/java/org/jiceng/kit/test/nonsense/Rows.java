package org.jiceng.kit.test.nonsense;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** How many rows each table has; not of those that the service writes by itself or at a reading. */
final class Rows {
  private static final String COUNT =
      """
      select table_schema || '.' || table_name,
             (xpath('/row/c/text()',
                    query_to_xml(format('select count(*) as c from %I.%I', table_schema, table_name),
                                 false, true, '')))[1]::text
        from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
         and table_name !~ '^(audit_|import_|inbox_|flyway_|last_tally|outbox_relay)'""";

  private static final String JOBS =
      "select state || ' ' || kind || coalesce(' ' || failure, '') from import_job where state in (%s)";

  private Rows() {}

  /**
   * The imports in some states (words in quotes, separated by commas), with what they failed by.
   */
  static List<String> jobs(DataSource dataSource, String states) {
    List<String> jobs = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(JOBS.formatted(states))) {
      while (rows.next()) {
        jobs.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return jobs;
  }

  static Map<String, String> of(DataSource dataSource) {
    Map<String, String> counts = new TreeMap<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COUNT)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getString(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return counts;
  }
}
