package org.jiceng.kit.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Looks of one caller at all records that a select finds, kept by one statement. */
public final class FoundReads {
  // As in AuditTable, the transaction has its id before a number is drawn.
  private static final String INSERT =
      """
      insert into audit_log
        (at, who, role, action, record_type, from_ip, correlation_id, organization, record_id)
      select ?, ?, ?, ?, ?, ?, ?, ?, found.id from (%s) as found (id)
       where pg_current_xact_id() is not null""";

  private final AuditRecord each;

  FoundReads(AuditRecord each) {
    this.each = each;
  }

  /**
   * Keeps them within the connection's transaction.
   *
   * @param ids a select of one column of texts, the ids
   */
  public void keep(Connection connection, String ids, List<Object> values) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT.formatted(ids))) {
      int index = 0;
      insert.setObject(++index, OffsetDateTime.ofInstant(each.at(), ZoneOffset.UTC));
      insert.setString(++index, each.who());
      insert.setString(++index, each.role());
      insert.setString(++index, each.action());
      insert.setString(++index, each.recordType());
      insert.setString(++index, each.fromIp());
      insert.setString(++index, each.correlationId());
      insert.setString(++index, each.organization());
      for (Object value : values) {
        insert.setObject(++index, value);
      }
      insert.executeUpdate();
    }
  }
}
