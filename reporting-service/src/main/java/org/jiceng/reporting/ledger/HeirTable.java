package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.ReorganizationDecided;

/**
 * Who took over what an organisation had; of two decisions the later in effect, in whatever order
 * they come.
 */
final class HeirTable {
  private final String schema;
  private final Connection connection;

  HeirTable(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  void take(ReorganizationDecided decision, LocalDate on) throws SQLException {
    String sql =
        """
        insert into %s.heir (organization_id, heir_id, effective_on) values (?, ?, ?)
        on conflict (organization_id) do update
          set heir_id = excluded.heir_id, effective_on = excluded.effective_on
        where (excluded.effective_on, excluded.heir_id) > (heir.effective_on, heir.heir_id)"""
            .formatted(schema);
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      for (Map.Entry<UUID, UUID> heir : decision.heirs().entrySet()) {
        upsert.setObject(1, heir.getKey());
        upsert.setObject(2, heir.getValue());
        upsert.setObject(3, on);
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }
}
