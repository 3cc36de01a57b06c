package org.jiceng.kit.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.personal.References;

/**
 * References ({@link References}) for the rows of a file, by a few statements for all of them. A
 * staged row bears the digest under the current key until {@link #resolve} puts the reference in
 * its place.
 */
public final class StagedReferences {
  private static final String CREATE =
      """
      create temp table reference_staged (current bytea, key_id varchar, digest bytea)
      on commit drop""";

  // Digests of a value under several keys belong together, whichever of them was known before.
  private static final String INSERT_CURRENT =
      """
      insert into blind_reference (digest, key_id, reference)
      select d.digest, '%1$s', coalesce(known.reference, uuid_send(uuidv7()))
        from (select distinct %3$s as digest from %2$s where %3$s is not null) d
        left join lateral (select b.reference
                             from reference_staged o join blind_reference b using (digest)
                            where o.current = d.digest limit 1) known on true
       order by d.digest
      on conflict do nothing""";

  private static final String INSERT_OTHERS =
      """
      insert into blind_reference (digest, key_id, reference)
      select distinct on (o.digest) o.digest, o.key_id, b.reference
        from reference_staged o join blind_reference b on b.digest = o.current
       order by o.digest
      on conflict do nothing""";

  // An instance that knows another of the keys was first.
  private static final String AGREE =
      """
      update blind_reference mine set reference = theirs.reference
        from reference_staged o join blind_reference theirs using (digest)
       where mine.digest = o.current and mine.reference <> theirs.reference""";

  private static final String RESOLVE =
      """
      update %1$s s set %2$s = b.reference from blind_reference b where b.digest = s.%2$s""";

  private final Connection connection;
  private final BlindIndex index;
  private final CopyStream others;

  /** For one file, in the transaction of the connection. */
  public StagedReferences(Connection connection, BlindIndex index) throws SQLException {
    this.connection = connection;
    this.index = index;
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
    others = CopyStream.into(connection, "reference_staged", "current", "key_id", "digest");
  }

  /** What the row bears until the file is read. */
  public byte[] digest(String value) throws SQLException {
    List<BlindIndex.Digest> digests = index.all(value);
    byte[] current = digests.get(0).bytes();
    for (BlindIndex.Digest other : digests.subList(1, digests.size())) {
      others.add(current).add(other.keyId()).add(other.bytes()).endRow();
    }
    return current;
  }

  /** Puts references in the place of the digests; the names are the caller's own, not input. */
  public void resolve(String table, String... columns) throws SQLException {
    others.flush();
    try (Statement statement = connection.createStatement()) {
      statement.execute(References.HOLD_ALL);
      if (index.keyIds().size() > 1) {
        statement.execute("create index on reference_staged (current)");
        statement.execute("analyze reference_staged");
      }
      for (String column : columns) {
        statement.execute(INSERT_CURRENT.formatted(index.currentKey(), table, column));
      }
      if (index.keyIds().size() > 1) {
        statement.execute(INSERT_OTHERS);
        statement.execute(AGREE);
      }
      for (String column : columns) {
        statement.execute(RESOLVE.formatted(table, column));
      }
    }
  }
}
