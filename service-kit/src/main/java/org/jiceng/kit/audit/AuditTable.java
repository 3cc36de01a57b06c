package org.jiceng.kit.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** The table of audit records, where many go in by one statement. */
@ApplicationScoped
class AuditTable {
  /**
   * The transaction gets its id before a sequence number is drawn: so the chainer, once it has seen
   * all transactions end that were open with a number, knows that none below it is still to come.
   */
  private static final String INSERT =
      """
      insert into audit_log
        (at, who, role, action, record_type, record_id, from_ip, correlation_id, organization)
      select at::timestamptz, who, role, action, record_type, record_id, from_ip, correlation_id,
             organization
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[])
          as r (at, who, role, action, record_type, record_id, from_ip, correlation_id,
                organization)
       where pg_current_xact_id() is not null""";

  private static final List<Function<AuditRecord, String>> COLUMNS =
      List.of(
          r -> r.at().toString(),
          AuditRecord::who,
          AuditRecord::role,
          AuditRecord::action,
          AuditRecord::recordType,
          AuditRecord::recordId,
          AuditRecord::fromIp,
          AuditRecord::correlationId,
          AuditRecord::organization);

  private final AgroalDataSource dataSource;

  AuditTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Appends within the current transaction, or durably at once when there is none. */
  void append(List<AuditRecord> records) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < COLUMNS.size(); i++) {
        Object[] values = records.stream().map(COLUMNS.get(i)).toArray();
        insert.setArray(i + 1, connection.createArrayOf("text", values));
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the audit record could not be kept", e);
    }
  }
}
