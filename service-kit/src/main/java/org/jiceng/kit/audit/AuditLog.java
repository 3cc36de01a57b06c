package org.jiceng.kit.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Looks into the log, the latest first. */
@ApplicationScoped
class AuditLog {
  /** A record as it is shown; without chain number while it waits to be chained. */
  public record Item(
      long seq,
      Instant at,
      String who,
      String role,
      String action,
      String recordType,
      String recordId,
      String fromIp,
      String correlationId,
      String organization,
      Long chainNo) {}

  private final AgroalDataSource dataSource;

  AuditLog(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  Page<Item> find(String recordType, String recordId, String who, PageRequest page) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    conditions.put("a.record_type = ?", recordType);
    conditions.put("a.record_id = ?", recordId);
    conditions.put("a.who = ?", who);
    conditions.put("a.seq < ?", page.cursor().map(cursor -> cursor.number(0)).orElse(null));
    conditions.values().removeIf(value -> value == null);
    return page.page(select(conditions, page.fetchSize()), item -> Cursor.of(item.seq()));
  }

  private List<Item> select(Map<String, Object> conditions, int limit) {
    String where =
        conditions.isEmpty()
            ? ""
            : conditions.keySet().stream().collect(Collectors.joining(" and ", "where ", " "));
    String sql =
        "select %s, l.chain_no from audit_log a left join audit_link l on l.seq = a.seq %sorder by a.seq desc limit ?"
            .formatted(AuditEntry.COLUMNS, where);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int index = 0;
      for (Object value : conditions.values()) {
        select.setObject(++index, value);
      }
      select.setInt(++index, limit);
      try (ResultSet rows = select.executeQuery()) {
        List<Item> items = new ArrayList<>();
        while (rows.next()) {
          items.add(item(AuditEntry.read(rows), rows.getObject("chain_no", Long.class)));
        }
        return items;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the audit log could not be read", e);
    }
  }

  private static Item item(AuditEntry entry, Long chainNo) {
    AuditRecord r = entry.record();
    return new Item(
        entry.seq(),
        r.at(),
        r.who(),
        r.role(),
        r.action(),
        r.recordType(),
        r.recordId(),
        r.fromIp(),
        r.correlationId(),
        r.organization(),
        chainNo);
  }
}
