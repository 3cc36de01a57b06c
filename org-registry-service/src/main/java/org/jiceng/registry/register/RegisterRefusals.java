package org.jiceng.registry.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.registry.References;
import org.jiceng.registry.Territory;

/** Refuses what the sender may not do, what comes too late, and a file that seems cut off. */
final class RegisterRefusals {
  private static final String TOO_EARLY =
      "select coalesce(row_no, 0), null, 'before-last-change', last_change::text from register_diff"
          + " where last_change > ? order by 1";

  // Who takes a record over has the area that it comes from; who closes one has what covers it too.
  private static final String FOREIGN =
      """
      select coalesce(row_no, 0), ?,
             case difference when 'GONE' then 'gone-covered-elsewhere' else 'already-there' end,
             code
        from register_diff d
       where case difference
               when 'GONE' then d.covered_by is not null and not exists (
                 select 1 from organization o where o.id = d.covered_by and o.path <@ ?::ltree)
               else not (%s) end
       order by 1"""
          .formatted(Territory.NOW_WITHIN.formatted("area_before"));

  private final Connection connection;
  private final RegisterRequest request;
  private final Register register;

  RegisterRefusals(Connection connection, RegisterRequest request, Register register) {
    this.connection = connection;
    this.request = request;
    this.register = register;
  }

  void report(RegisterComparison counts, ImportContext context, ImportErrors errors)
      throws SQLException {
    if (counts.gone() > counts.goneAllowed()) {
      errors.add(0, null, "too-many-gone", counts.gone(), counts.stored(), counts.goneAllowed());
    }
    refused(TOO_EARLY, errors, request.on());
    if (!context.wholeDistrict()) {
      String area = References.areaOfScope(connection, context);
      refused(FOREIGN, errors, register.key(), context.scopePath().orElseThrow(), area);
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
}
