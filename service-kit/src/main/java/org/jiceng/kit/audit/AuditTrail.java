package org.jiceng.kit.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** What was done with a handful of records that belong together, the latest first. */
@ApplicationScoped
public class AuditTrail {
  /** One of the records: its type and its id, as the audit knows them. */
  public record Subject(String recordType, String recordId) {}

  /**
   * One look or change.
   *
   * @param who the caller's subject
   * @param role all roles of the caller, separated by commas
   * @param organization the root of the caller's scope, {@code district} for the whole, null where
   *     none is known
   * @param at UTC
   */
  public record Step(
      Instant at,
      String who,
      String role,
      String organization,
      String action,
      String recordType,
      String recordId,
      String fromIp,
      long seq) {}

  // Of each record so many by the index audit_log_record, and of these the latest.
  static final String LATEST =
      """
      select a.* from unnest(?, ?) as k (record_type, record_id)
       cross join lateral
         (select * from audit_log l
           where l.record_type = k.record_type and l.record_id = k.record_id and l.seq < ?
           order by l.seq desc limit ?) a
       order by a.seq desc limit ?""";

  private final AgroalDataSource dataSource;

  AuditTrail(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A page of what was done with any of them. */
  public Page<Step> of(Collection<Subject> subjects, PageRequest page) {
    long before = page.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
    return page.page(select(subjects, before, page.fetchSize()), step -> Cursor.of(step.seq()));
  }

  private List<Step> select(Collection<Subject> subjects, long before, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LATEST)) {
      Object[] types = subjects.stream().map(Subject::recordType).toArray();
      Object[] ids = subjects.stream().map(Subject::recordId).toArray();
      select.setArray(1, connection.createArrayOf("text", types));
      select.setArray(2, connection.createArrayOf("text", ids));
      select.setLong(3, before);
      select.setInt(4, limit);
      select.setInt(5, limit);
      try (ResultSet rows = select.executeQuery()) {
        List<Step> steps = new ArrayList<>();
        while (rows.next()) {
          steps.add(step(AuditEntry.read(rows)));
        }
        return steps;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the audit log could not be read", e);
    }
  }

  private static Step step(AuditEntry entry) {
    AuditRecord record = entry.record();
    return new Step(
        record.at(),
        record.who(),
        record.role(),
        record.organization(),
        record.action(),
        record.recordType(),
        record.recordId(),
        record.fromIp(),
        entry.seq());
  }
}
