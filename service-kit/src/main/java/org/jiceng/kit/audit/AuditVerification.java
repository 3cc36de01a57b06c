package org.jiceng.kit.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** Walks the whole chain and says whether a record was changed, removed or slipped in. */
@ApplicationScoped
class AuditVerification {
  private static final int FETCH = 5000;

  /** Link and record side by side; one without the other is a break. */
  private static final String CHAINED =
      "select coalesce(l.seq, a.seq) as number, l.seq as link_seq, l.chain_no, l.hash, "
          + AuditEntry.COLUMNS
          + """
             from audit_link l full join audit_log a on a.seq = l.seq
            where coalesce(l.seq, a.seq) <= (select max(seq) from audit_link)
            order by coalesce(l.seq, a.seq)""";

  private static final String WAITING =
      "select count(*) from audit_log where seq > coalesce((select max(seq) from audit_link), 0)";

  /**
   * The verdict: how many records were checked, the number of the first that is not as it was
   * chained (null if none), how many still wait to be chained, and where the chain stands, to be
   * noted down and compared later.
   */
  public record Verdict(
      boolean intact, long checked, Long firstBroken, long waiting, long chainNo, String hash) {}

  private final AgroalDataSource dataSource;
  private final AuditChain chain;

  AuditVerification(AgroalDataSource dataSource, AuditChain chain) {
    this.dataSource = dataSource;
    this.chain = chain;
  }

  @Transactional
  Verdict verify() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(CHAINED)) {
      select.setFetchSize(FETCH);
      try (ResultSet rows = select.executeQuery()) {
        return walk(rows, waiting(connection));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the audit chain could not be read", e);
    }
  }

  private Verdict walk(ResultSet rows, long waiting) throws SQLException {
    AuditHead head = AuditHead.START;
    long checked = 0;
    while (rows.next()) {
      if (!continues(head, rows)) {
        return verdict(rows.getLong("number"), checked, waiting, head);
      }
      head = new AuditHead(rows.getLong("chain_no"), rows.getBytes("hash"));
      checked++;
    }
    return verdict(null, checked, waiting, head);
  }

  private boolean continues(AuditHead head, ResultSet rows) throws SQLException {
    boolean sideBySide = rows.getObject("link_seq") != null && rows.getObject("seq") != null;
    return sideBySide
        && rows.getLong("chain_no") == head.chainNo() + 1
        && MessageDigest.isEqual(rows.getBytes("hash"), chain.link(head, AuditEntry.read(rows)));
  }

  private static Verdict verdict(Long broken, long checked, long waiting, AuditHead head) {
    String hash = HexFormat.of().formatHex(head.hash());
    return new Verdict(broken == null, checked, broken, waiting, head.chainNo(), hash);
  }

  private static long waiting(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(WAITING);
        ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
