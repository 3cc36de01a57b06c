package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jiceng.events.RegistryEvent.AreaClosed;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaEvent;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.AreaRenamed;

/** The areas by name and level, for tables and maps. */
final class AreaTable {
  private final String schema;
  private final Connection connection;

  AreaTable(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  void take(AreaEvent event, LocalDate on) throws SQLException {
    if (event instanceof AreaDefined e) {
      change(
          """
          insert into %s.area (code, level, name, name_en, parent_code, defined_on)
          values (?, ?, ?, ?, ?, ?)
          on conflict (code) do update
            set level = excluded.level, name = excluded.name, name_en = excluded.name_en,
                parent_code = excluded.parent_code, closed_on = null""",
          e.areaCode(), e.level().name(), e.areaName(), e.areaNameEn(), e.parentCode(), on);
    } else if (event instanceof AreaRenamed e) {
      change(
          "update %s.area set name = ?, name_en = ? where code = ?",
          e.areaName(), e.areaNameEn(), e.areaCode());
    } else if (event instanceof AreaReassigned e) {
      change("update %s.area set parent_code = ? where code = ?", e.parentCode(), e.areaCode());
    } else if (event instanceof AreaClosed e) {
      change("update %s.area set closed_on = ? where code = ?", on, e.areaCode());
    }
  }

  private void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.formatted(schema))) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
