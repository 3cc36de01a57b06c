package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The intervals of organisations, as they stand in the database. */
final class LineageTable {
  private final String schema;
  private final Connection connection;

  LineageTable(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  Map<UUID, List<Interval>> read(Collection<UUID> organizations) throws SQLException {
    Map<UUID, List<Interval>> found = new HashMap<>();
    if (organizations.isEmpty()) {
      return found;
    }
    String sql =
        """
        select organization_id, valid_from, valid_to, line, area_code, sector, type
          from %s.lineage where organization_id = any (?) order by organization_id, valid_from"""
            .formatted(schema);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("uuid", organizations.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found
              .computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
              .add(interval(rows));
        }
      }
    }
    return found;
  }

  private static Interval interval(ResultSet row) throws SQLException {
    return new Interval(
        row.getObject(2, LocalDate.class),
        row.getObject(3, LocalDate.class),
        Arrays.asList((UUID[]) row.getArray(4).getArray()),
        row.getString(5),
        row.getString(6),
        row.getString(7));
  }

  void replace(Map<UUID, List<Interval>> lineages) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from " + schema + ".lineage where organization_id = any (?)")) {
      delete.setArray(1, connection.createArrayOf("uuid", lineages.keySet().toArray()));
      delete.executeUpdate();
    }
    String sql =
        """
        insert into %s.lineage (organization_id, valid_from, valid_to, line, area_code, sector, type)
        values (?, ?, ?, ?, ?, ?, ?)"""
            .formatted(schema);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (var entry : lineages.entrySet()) {
        for (Interval interval : entry.getValue()) {
          insert.setObject(1, entry.getKey());
          insert.setObject(2, interval.from());
          insert.setObject(3, interval.to());
          insert.setArray(4, connection.createArrayOf("uuid", interval.line().toArray()));
          insert.setString(5, interval.areaCode());
          insert.setString(6, interval.sector());
          insert.setString(7, interval.type());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }
}
