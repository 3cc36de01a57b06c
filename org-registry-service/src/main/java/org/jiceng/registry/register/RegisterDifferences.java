package org.jiceng.registry.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jiceng.registry.Territory;

/** What differs between the staged register and what is stored, in a table of the transaction. */
final class RegisterDifferences {
  private static final String CREATE =
      """
      create temp table register_diff (
        no bigint generated always as identity primary key, difference varchar, row_no bigint,
        record_id uuid, version bigint, code varchar, name_before varchar, name_after varchar,
        kind_before varchar, kind_after varchar, area_before varchar, area_after varchar,
        staff_before int, staff_after int, covered_by uuid, last_change date) on commit drop""";

  private static final String COMPARE =
      """
      with stored as not materialized (%s)
      insert into register_diff
        (difference, row_no, record_id, version, code, name_before, name_after, kind_before,
         kind_after, area_before, area_after, staff_before, staff_after, covered_by, last_change)
      select case when s.id is null then 'NEW' when s.closed_on is not null then 'REOPENED'
                  else 'CHANGED' end,
             r.row_no, coalesce(s.id, r.id), s.version, r.code, s.name, r.name, s.kind, r.kind,
             s.area_code, r.area_code, s.staff_count, coalesce(r.staff_count, s.staff_count, 0),
             s.covered_by, s.last_change
        from register_row r left join stored s on s.code = r.code
       where s.id is null or s.closed_on is not null
          or (s.name, s.kind, s.area_code, s.staff_count)
             is distinct from (r.name, r.kind, r.area_code, coalesce(r.staff_count, s.staff_count))
      union all
      select 'GONE', null, s.id, s.version, s.code, s.name, null, s.kind, null, s.area_code, null,
             s.staff_count, null, s.covered_by, s.last_change
        from stored s
       where %s and s.closed_on is null
         and not exists (select 1 from register_row r where r.code = s.code)""";

  private static final String COUNT =
      """
      select (select count(*) from (%s) stored
               where %s and closed_on is null),
             count(*) filter (where difference = 'NEW'),
             count(*) filter (where difference = 'REOPENED'),
             count(*) filter (where difference = 'CHANGED'),
             count(*) filter (where difference = 'GONE')
        from register_diff""";

  private static final String ROWS =
      "select no, %s from register_diff where no > ? order by no limit ?"
          .formatted(String.join(", ", RegisterReports.COLUMNS));

  private final Connection connection;
  private final Register register;
  private final RegisterComparison counts;

  private RegisterDifferences(Connection connection, Register register, RegisterComparison counts) {
    this.connection = connection;
    this.register = register;
    this.counts = counts;
  }

  static RegisterDifferences between(
      Connection connection, UUID job, RegisterRequest request, Register register)
      throws SQLException {
    String within = request.area().value();
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
      statement.execute("analyze register_row");
      try (PreparedStatement compare =
          connection.prepareStatement(
              COMPARE.formatted(
                  register.stored(), Territory.NOW_WITHIN.formatted("s.area_code")))) {
        compare.setString(1, within);
        compare.executeUpdate();
      }
      statement.execute("analyze register_diff");
    }
    try (PreparedStatement count =
        connection.prepareStatement(
            COUNT.formatted(register.stored(), Territory.NOW_WITHIN.formatted("area_code")))) {
      count.setString(1, within);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return new RegisterDifferences(
            connection, register, RegisterComparison.counted(job, request, row));
      }
    }
  }

  /** Of what they are. */
  Register register() {
    return register;
  }

  RegisterComparison counts() {
    return counts;
  }

  /** Some of the differences, in their order, as texts. */
  List<String[]> rows(long after, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ROWS)) {
      select.setLong(1, after);
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        return RegisterReports.texts(row);
      }
    }
  }
}
