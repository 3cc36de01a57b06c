package org.jiceng.registry.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.UnitChanged;
import org.jiceng.events.RegistryEvent.UnitClosed;
import org.jiceng.events.RegistryEvent.UnitEvent;
import org.jiceng.events.RegistryEvent.UnitRegistered;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.registry.References;
import org.jiceng.registry.Territory;

/** What differs between the staged register and the units, in a table of the transaction. */
final class RegisterDifferences {
  private static final String COMPARE =
      """
      insert into register_diff
        (difference, row_no, unit_id, version, credit_code, name_before, name_after, kind_before,
         kind_after, area_before, area_after, staff_before, staff_after, covered_by, last_change)
      select case when u.id is null then 'NEW' when u.closed_on is not null then 'REOPENED'
                  else 'CHANGED' end,
             r.row_no, coalesce(u.id, r.id), u.version, r.credit_code, u.name, r.name, u.kind,
             r.kind, u.area_code, r.area_code, u.staff_count,
             coalesce(r.staff_count, u.staff_count, 0), u.covered_by,
             greatest(u.registered_on, u.covered_on, u.uncovered_on, u.changed_on, u.closed_on)
        from register_row r left join unit u on u.credit_code = r.credit_code
       where u.id is null or u.closed_on is not null
          or (u.name, u.kind, u.area_code, u.staff_count)
             is distinct from (r.name, r.kind, r.area_code, coalesce(r.staff_count, u.staff_count))
      union all
      select 'GONE', null, u.id, u.version, u.credit_code, u.name, null, u.kind, null, u.area_code,
             null, u.staff_count, null, u.covered_by,
             greatest(u.registered_on, u.covered_on, u.uncovered_on, u.changed_on)
        from unit u
       where %s and u.closed_on is null
         and not exists (select 1 from register_row r where r.credit_code = u.credit_code)"""
          .formatted(Territory.NOW_WITHIN.formatted("u.area_code"));

  private static final String COUNT =
      """
      select (select count(*) from unit where %s and closed_on is null),
             count(*) filter (where difference = 'NEW'),
             count(*) filter (where difference = 'REOPENED'),
             count(*) filter (where difference = 'CHANGED'),
             count(*) filter (where difference = 'GONE')
        from register_diff"""
          .formatted(Territory.NOW_WITHIN.formatted("area_code"));

  private static final String TOO_EARLY =
      "select coalesce(row_no, 0), null, 'before-last-change', last_change::text from register_diff"
          + " where last_change > ? order by 1";

  // Who takes a unit over has the area that it comes from; who closes one has what covers it too.
  private static final String FOREIGN =
      """
      select coalesce(row_no, 0), 'creditCode',
             case difference when 'GONE' then 'gone-covered-elsewhere' else 'already-there' end,
             credit_code
        from register_diff d
       where case difference
               when 'GONE' then d.covered_by is not null and not exists (
                 select 1 from organization o where o.id = d.covered_by and o.path <@ ?::ltree)
               else not (%s) end
       order by 1"""
          .formatted(Territory.NOW_WITHIN.formatted("area_before"));

  private static final String REGISTER =
      """
      insert into unit (id, credit_code, name, kind, area_code, staff_count, registered_on)
      select unit_id, credit_code, name_after, kind_after, area_after, staff_after, ?
        from register_diff where difference = 'NEW'""";

  // A comparison with what is no longer so changes nothing: the versions must be the ones compared.
  private static final String CHANGE =
      """
      update unit u
         set name = d.name_after, kind = d.kind_after, area_code = d.area_after,
             staff_count = d.staff_after, changed_on = ?, version = u.version + 1,
             closed_on = null, closed_reason = null,
             covered_by = case when d.difference = 'CHANGED' then u.covered_by end,
             covered_on = case when d.difference = 'CHANGED' then u.covered_on end
        from register_diff d
       where u.id = d.unit_id and u.version = d.version
         and d.difference in ('CHANGED', 'REOPENED')""";

  private static final String CLOSE =
      """
      update unit u
         set closed_on = ?, closed_reason = 'GONE_FROM_REGISTER', version = u.version + 1
        from register_diff d
       where u.id = d.unit_id and u.version = d.version and d.difference = 'GONE'""";

  private static final String EVENTS =
      """
      select no, difference, unit_id, kind_after, area_after, staff_after
        from register_diff where no > ? order by no limit 5000""";

  private final Connection connection;
  private final RegisterRequest request;
  private final RegisterComparison counts;

  private RegisterDifferences(
      Connection connection, RegisterRequest request, RegisterComparison counts) {
    this.connection = connection;
    this.request = request;
    this.counts = counts;
  }

  static RegisterDifferences between(Connection connection, UUID job, RegisterRequest request)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create temp table register_diff (
            no bigint generated always as identity primary key, difference varchar, row_no bigint,
            unit_id uuid, version bigint, credit_code varchar, name_before varchar,
            name_after varchar, kind_before varchar, kind_after varchar, area_before varchar,
            area_after varchar, staff_before int, staff_after int, covered_by uuid,
            last_change date) on commit drop""");
      statement.execute("analyze register_row");
    }
    String within = request.area().value();
    try (PreparedStatement compare = connection.prepareStatement(COMPARE)) {
      compare.setString(1, within);
      compare.executeUpdate();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze register_diff");
    }
    try (PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setString(1, within);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return new RegisterDifferences(connection, request, counts(job, request, row));
      }
    }
  }

  private static RegisterComparison counts(UUID job, RegisterRequest request, ResultSet row)
      throws SQLException {
    long stored = row.getLong(1);
    return new RegisterComparison(
        job,
        request.area().value(),
        request.on(),
        stored,
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        request.limit().of(stored),
        null);
  }

  RegisterComparison counts() {
    return counts;
  }

  /** Refuses what the sender may not do, what comes too late, and a file that seems cut off. */
  void refuse(ImportContext context, ImportErrors errors) throws SQLException {
    if (counts.gone() > counts.goneAllowed()) {
      errors.add(0, null, "too-many-gone", counts.gone(), counts.stored(), counts.goneAllowed());
    }
    refused(TOO_EARLY, errors, request.on());
    if (!context.wholeDistrict()) {
      String area = References.areaOfScope(connection, context);
      refused(FOREIGN, errors, context.scopePath().orElseThrow(), area);
    }
  }

  private void refused(String sql, ImportErrors errors, Object... values) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          errors.add(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4));
        }
      }
    }
  }

  /** Makes the units what the register says, and tells of it. */
  void apply(Outbox outbox, ImportErrors errors) throws SQLException {
    dated(REGISTER);
    long changed = dated(CHANGE);
    long closed = dated(CLOSE);
    if (changed != counts.changed() + counts.reopened() || closed != counts.gone()) {
      errors.add(0, null, "data-conflict");
      return;
    }
    try (CopyStream events = CopyStream.into(connection, "outbox", EventRow.COLUMNS)) {
      long after = 0;
      for (List<Told> some = told(after); !some.isEmpty(); some = told(after)) {
        for (Told one : some) {
          events.row(outbox.row(one.event(), request.on()).values());
          after = one.no();
        }
      }
    }
    outbox.ring();
  }

  private long dated(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, request.on());
      return statement.executeLargeUpdate();
    }
  }

  private record Told(long no, UnitEvent event) {}

  private List<Told> told(long after) throws SQLException {
    List<Told> some = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
      select.setLong(1, after);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          some.add(new Told(row.getLong(1), event(row)));
        }
      }
    }
    return some;
  }

  private static UnitEvent event(ResultSet row) throws SQLException {
    UUID id = row.getObject(3, UUID.class);
    if (row.getString(2).equals("GONE")) {
      return new UnitClosed(id);
    }
    UnitKind kind = UnitKind.valueOf(row.getString(4));
    return row.getString(2).equals("CHANGED")
        ? new UnitChanged(id, kind, row.getString(5), row.getInt(6))
        : new UnitRegistered(id, kind, row.getString(5), row.getInt(6));
  }

  /** Some of the differences, in their order, as texts. */
  List<String[]> rows(long after, int limit) throws SQLException {
    String sql =
        "select no, "
            + String.join(", ", RegisterReports.COLUMNS)
            + " from register_diff"
            + " where no > ? order by no limit ?";
    List<String[]> some = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, after);
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String[] texts = new String[RegisterReports.COLUMNS.size() + 1];
          for (int i = 0; i < texts.length; i++) {
            texts[i] = row.getString(i + 1);
          }
          some.add(texts);
        }
      }
    }
    return some;
  }
}
