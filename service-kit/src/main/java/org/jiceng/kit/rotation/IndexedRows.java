package org.jiceng.kit.rotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.personal.References;

/**
 * The references of one column, each of which is to have a digest under the current key. The rows
 * themselves are not touched, so nobody is held up.
 */
final class IndexedRows implements Passage {
  private static final Logger LOG = Logger.getLogger(IndexedRows.class);

  private static final String WITHOUT_DIGEST =
      """
      t.%1$s is not null and t.%2$s is not null
      and not exists (select from blind_reference b where b.reference = t.%1$s and b.key_id = ?)""";

  private static final String INSERT =
      """
      insert into blind_reference (digest, key_id, reference) values (?, ?, ?)
      on conflict do nothing""";

  private static final String STANDS_FOR = "select reference from blind_reference where digest = ?";

  private final IndexedColumn column;
  private final PersonalCipher cipher;
  private final BlindIndex index;

  IndexedRows(IndexedColumn column, PersonalCipher cipher, BlindIndex index) {
    this.column = column;
    this.cipher = cipher;
    this.index = index;
  }

  @Override
  public String name() {
    return column.name();
  }

  /** How many rows are found under which key: the current one where they can be. */
  @Override
  public Map<String, Long> uses(Connection connection) throws SQLException {
    String sql =
        """
        select b.key_id, count(*)
          from %1$s t join blind_reference b on b.reference = t.%2$s
         where b.key_id = ?
            or not exists (select from blind_reference c
                            where c.reference = t.%2$s and c.key_id = ?)
         group by b.key_id"""
            .formatted(column.table(), column.reference());
    Map<String, Long> uses = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, index.currentKey());
      select.setString(2, index.currentKey());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          uses.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return uses;
  }

  @Override
  public Batch next(Connection connection, String[] after, int size) throws SQLException {
    String sql =
        "select t.%1$s::text, t.%2$s, t.%3$s from %4$s t where %5$s%6$s order by t.%1$s limit ?"
            .formatted(
                column.key(),
                column.reference(),
                column.sealed(),
                column.table(),
                withoutDigest(),
                after == null ? "" : " and t.%s > ?::uuid".formatted(column.key()));
    if (!References.takeAll(connection)) {
      return new Batch(null, 0, 0); // a file with persons is being taken in
    }
    String last = null;
    int changed = 0;
    int failed = 0;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int at = 0;
      select.setString(++at, index.currentKey());
      if (after != null) {
        select.setString(++at, after[0]);
      }
      select.setInt(++at, size);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          last = rows.getString(1);
          if (add(connection, last, rows.getBytes(2), rows.getBytes(3))) {
            changed++;
          } else {
            failed++;
          }
        }
      }
    }
    return new Batch(last == null ? null : new String[] {last}, changed, failed);
  }

  @Override
  public long remaining(Connection connection) throws SQLException {
    String sql = "select count(*) from %s t where %s".formatted(column.table(), withoutDigest());
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, index.currentKey());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private String withoutDigest() {
    return WITHOUT_DIGEST.formatted(column.reference(), column.sealed());
  }

  private boolean add(Connection connection, String id, byte[] reference, byte[] sealed)
      throws SQLException {
    byte[] digest;
    try {
      digest = index.of(column.indexed().apply(cipher.decrypt(sealed)));
    } catch (IllegalStateException e) {
      return false; // no key of ours opens it
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setBytes(1, digest);
      insert.setString(2, index.currentKey());
      insert.setBytes(3, reference);
      if (insert.executeUpdate() == 1) {
        return true;
      }
    }
    return standsFor(connection, id, digest, reference);
  }

  /**
   * Two rows may bear one reference; two references for one value are a fault to be looked into.
   */
  private boolean standsFor(Connection connection, String id, byte[] digest, byte[] reference)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(STANDS_FOR)) {
      select.setBytes(1, digest);
      try (ResultSet row = select.executeQuery()) {
        boolean same = row.next() && Arrays.equals(row.getBytes(1), reference);
        if (!same) {
          LOG.warnf("%s of %s stands for the same as another reference", name(), id);
        }
        return same;
      }
    }
  }
}
