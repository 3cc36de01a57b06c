package org.jiceng.kit.rotation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.personal.References;

/**
 * Forgets digests that serve nobody any more: of values that no row refers to, such as the ID
 * number of somebody who did not come or was erased, and under keys that are configured no longer.
 */
@ApplicationScoped
class UnusedReferences {
  private static final int PAGE = 1_000;
  private static final byte[] FIRST = {};

  private static final String PAGE_AFTER =
      """
      select digest from blind_reference
       where digest > ? order by digest limit ? for update skip locked""";

  private static final String FORGET_RETIRED =
      """
      delete from blind_reference b
       where b.digest = any (?) and b.key_id <> all (?)
         and exists (select from blind_reference c
                      where c.reference = b.reference and c.key_id = ?)""";

  // By a statement of its own: what had been borne when the page was held is seen.
  private static final String FORGET_UNUSED =
      "delete from blind_reference b where b.digest = any (?) and %s";

  private final AgroalDataSource dataSource;
  private final List<IndexedColumn> columns;
  private final BlindIndex index;

  UnusedReferences(AgroalDataSource dataSource, @All List<SealedData> declared, BlindIndex index) {
    this.dataSource = dataSource;
    this.columns = declared.stream().flatMap(data -> data.indexes().stream()).toList();
    this.index = index;
  }

  @Scheduled(
      every = "${jiceng.rotation.forget-every:1h}",
      identity = "forget-references",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    byte[] last = columns.isEmpty() ? null : FIRST;
    while (last != null) {
      byte[] after = last;
      last = QuarkusTransaction.requiringNew().call(() -> forgetAfter(after));
    }
  }

  /** The last digest of the page; null at the end, or while a file is being taken in. */
  private byte[] forgetAfter(byte[] after) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (!References.takeAll(connection)) {
        return null;
      }
      List<byte[]> page = page(connection, after);
      if (page.isEmpty()) {
        return null;
      }
      forget(connection, connection.createArrayOf("bytea", page.toArray(byte[][]::new)));
      return page.get(page.size() - 1);
    }
  }

  private void forget(Connection connection, Array digests) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(FORGET_RETIRED)) {
      delete.setArray(1, digests);
      delete.setArray(2, connection.createArrayOf("text", index.keyIds().toArray()));
      delete.setString(3, index.currentKey());
      delete.executeUpdate();
    }
    String unused = FORGET_UNUSED.formatted(borneByNone());
    try (PreparedStatement delete = connection.prepareStatement(unused)) {
      delete.setArray(1, digests);
      delete.executeUpdate();
    }
  }

  private static List<byte[]> page(Connection connection, byte[] after) throws SQLException {
    List<byte[]> page = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(PAGE_AFTER)) {
      select.setBytes(1, after);
      select.setInt(2, PAGE);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          page.add(rows.getBytes(1));
        }
      }
    }
    return page;
  }

  private String borneByNone() {
    return columns.stream()
        .flatMap(
            column ->
                column.parts().stream()
                    .map(
                        part ->
                            "not exists (select from %s t where t.%s = b.reference and %s)"
                                .formatted(column.table(), column.reference(), part)))
        .collect(Collectors.joining(" and "));
  }
}
