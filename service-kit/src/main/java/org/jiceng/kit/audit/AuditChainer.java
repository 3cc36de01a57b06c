package org.jiceng.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Chains the records of the log in their order. One chainer is active per database. A number is
 * drawn before its transaction commits, so records are chained only up to a number below which
 * nothing can come any more: when all transactions have ended that were open when it was seen.
 */
@ApplicationScoped
class AuditChainer {
  private static final Logger LOG = Logger.getLogger(AuditChainer.class);
  private static final int BATCH = 2000;

  private static final String BECOME_ACTIVE = "select pg_try_advisory_xact_lock(41751)";

  private static final String LOOK =
      """
      select coalesce(max(seq), 0), pg_snapshot_xmax(pg_current_snapshot())::text,
             pg_snapshot_xmin(pg_current_snapshot())::text
        from audit_log""";

  private static final String HEAD =
      "select chain_no, hash, seq from audit_link order by seq desc limit 1";

  private static final String UNCHAINED =
      "select "
          + AuditEntry.COLUMNS
          + " from audit_log a where seq > ? and seq <= ? order by seq limit ?";

  private static final String LINK =
      "insert into audit_link (seq, chain_no, hash) select * from unnest(?, ?, ?)";

  /** A number seen, and the transaction before which all must have ended for it to be final. */
  private record Mark(long seq, BigInteger before) {}

  private record Link(long seq, AuditHead head) {}

  private final AgroalDataSource dataSource;
  private final AuditChain chain;
  private Mark mark = new Mark(0, BigInteger.ZERO);

  AuditChainer(AgroalDataSource dataSource, AuditChain chain) {
    this.dataSource = dataSource;
    this.chain = chain;
  }

  @Scheduled(
      every = "${jiceng.audit.chain-every:1s}",
      identity = "audit-chainer",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void chainWhatIsFinal() {
    while (QuarkusTransaction.requiringNew().call(this::chainOneBatch)) {
      // until nothing final is left
    }
  }

  /** Leaves where the chain stands in the logs, outside of the database: so a cut tail shows. */
  @Scheduled(every = "1h", delayed = "1m", identity = "audit-anchor")
  void anchor() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      AuditHead head = last(connection).head();
      LOG.infof("audit chain at %d: %s", head.chainNo(), HexFormat.of().formatHex(head.hash()));
    }
  }

  private boolean chainOneBatch() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (!becomesActive(connection)) {
        return false;
      }
      long upTo = finalNumber(connection);
      Link last = last(connection);
      List<Link> links = links(last, unchained(connection, last.seq(), upTo));
      insert(connection, links);
      return links.size() == BATCH;
    }
  }

  /** The highest number below which nothing can come any more, by an earlier look. */
  private long finalNumber(Connection connection) throws SQLException {
    try (PreparedStatement look = connection.prepareStatement(LOOK);
        ResultSet seen = look.executeQuery()) {
      seen.next();
      if (new BigInteger(seen.getString(3)).compareTo(mark.before()) < 0) {
        return 0;
      }
      long upTo = mark.seq();
      mark = new Mark(seen.getLong(1), new BigInteger(seen.getString(2)));
      return upTo;
    }
  }

  private List<Link> links(Link last, List<AuditEntry> entries) {
    List<Link> links = new ArrayList<>(entries.size());
    AuditHead head = last.head();
    for (AuditEntry entry : entries) {
      head = new AuditHead(head.chainNo() + 1, chain.link(head, entry));
      links.add(new Link(entry.seq(), head));
    }
    return links;
  }

  private static boolean becomesActive(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(BECOME_ACTIVE);
        ResultSet rows = lock.executeQuery()) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private static Link last(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HEAD);
        ResultSet rows = select.executeQuery()) {
      return rows.next()
          ? new Link(rows.getLong(3), new AuditHead(rows.getLong(1), rows.getBytes(2)))
          : new Link(0, AuditHead.START);
    }
  }

  private static List<AuditEntry> unchained(Connection connection, long after, long upTo)
      throws SQLException {
    List<AuditEntry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(UNCHAINED)) {
      select.setLong(1, after);
      select.setLong(2, upTo);
      select.setInt(3, BATCH);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(AuditEntry.read(rows));
        }
      }
    }
    return entries;
  }

  private static void insert(Connection connection, List<Link> links) throws SQLException {
    if (links.isEmpty()) {
      return;
    }
    Object[] seqs = links.stream().map(Link::seq).toArray();
    Object[] numbers = links.stream().map(link -> link.head().chainNo()).toArray();
    byte[][] hashes = links.stream().map(link -> link.head().hash()).toArray(byte[][]::new);
    try (PreparedStatement insert = connection.prepareStatement(LINK)) {
      insert.setArray(1, connection.createArrayOf("int8", seqs));
      insert.setArray(2, connection.createArrayOf("int8", numbers));
      insert.setArray(3, connection.createArrayOf("bytea", hashes));
      insert.executeUpdate();
    }
  }
}
