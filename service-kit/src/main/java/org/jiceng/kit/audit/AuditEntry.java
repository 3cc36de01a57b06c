package org.jiceng.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** A record as it stands in the log, under its number. */
record AuditEntry(long seq, AuditRecord record) {
  static final String COLUMNS =
      "a.seq, a.at, a.who, a.role, a.action, a.record_type, a.record_id, a.from_ip,"
          + " a.correlation_id, a.organization";

  static AuditEntry read(ResultSet rows) throws SQLException {
    return new AuditEntry(
        rows.getLong("seq"),
        new AuditRecord(
            rows.getObject("at", OffsetDateTime.class).toInstant(),
            rows.getString("who"),
            rows.getString("role"),
            rows.getString("action"),
            rows.getString("record_type"),
            rows.getString("record_id"),
            rows.getString("from_ip"),
            rows.getString("correlation_id"),
            rows.getString("organization")));
  }
}
