package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The placements of organisations, as they stand in the database. */
final class PlacementTable {
  private static final String SELECT =
      """
      select organization_id, valid_from, valid_to, parent_id, area_code, sector, type
        from %s.placement %s order by organization_id, valid_from""";

  private final String schema;
  private final Connection connection;

  PlacementTable(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  Map<UUID, Placement> read(Collection<UUID> organizations) throws SQLException {
    String sql = SELECT.formatted(schema, "where organization_id = any (?)");
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("uuid", organizations.toArray()));
      return placements(select);
    }
  }

  Map<UUID, Placement> readAll() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(schema, ""))) {
      return placements(select);
    }
  }

  private static Map<UUID, Placement> placements(PreparedStatement select) throws SQLException {
    Map<UUID, Placement> placements = new HashMap<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        placements
            .computeIfAbsent(rows.getObject(1, UUID.class), id -> new Placement())
            .add(
                new Placement.Span(
                    rows.getObject(2, LocalDate.class),
                    rows.getObject(3, LocalDate.class),
                    rows.getObject(4, UUID.class),
                    rows.getString(5),
                    rows.getString(6),
                    rows.getString(7)));
      }
    }
    return placements;
  }

  void replace(Map<UUID, Placement> placements) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from " + schema + ".placement where organization_id = any (?)")) {
      delete.setArray(1, connection.createArrayOf("uuid", placements.keySet().toArray()));
      delete.executeUpdate();
    }
    String sql =
        """
        insert into %s.placement (organization_id, valid_from, valid_to, parent_id, area_code,
                                  sector, type)
        values (?, ?, ?, ?, ?, ?, ?)"""
            .formatted(schema);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (var entry : placements.entrySet()) {
        for (Placement.Span span : entry.getValue().spans()) {
          insert.setObject(1, entry.getKey());
          insert.setObject(2, span.from());
          insert.setObject(3, span.to());
          insert.setObject(4, span.parentId());
          insert.setString(5, span.areaCode());
          insert.setString(6, span.sector());
          insert.setString(7, span.type());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }
}
