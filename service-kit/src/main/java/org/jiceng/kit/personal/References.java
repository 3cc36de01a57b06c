package org.jiceng.kit.personal;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What rows bear in place of a value that identifies a person: a random reference, the same for
 * equal values. Only the table {@code blind_reference} knows, by keyed digests, which value a
 * reference stands for; so rows join and are unique by it whatever key is current, and a change of
 * keys never touches them. A new value gets a digest under every key that is configured, so that
 * two instances that know different keys still agree as long as they share one. A known one gets
 * those that it lacks by a rotation.
 */
@ApplicationScoped
public class References {
  /**
   * Keeps all references from being forgotten as unused until the transaction ends, for work that
   * takes up many; others may do the same meanwhile.
   */
  public static final String HOLD_ALL = "select pg_advisory_xact_lock_shared(7216001)";

  private static final String TAKE_ALL = "select pg_try_advisory_xact_lock(7216001)";

  // Held, so that none is forgotten as unused while it is being used.
  private static final String KNOWN =
      "select digest, reference from blind_reference where digest = any (?) for key share";
  private static final String FIND =
      "select reference from blind_reference where digest = any (?) limit 1";
  // Whoever came first with a digest decides; the others wait here until it is known.
  private static final String INSERT =
      """
      insert into blind_reference (digest, key_id, reference)
      select * from unnest(?::bytea[], ?::varchar[], ?::bytea[]) on conflict do nothing""";
  private static final String AGREE =
      "update blind_reference set reference = ? where reference = ?";

  private final AgroalDataSource dataSource;
  private final BlindIndex index;

  /** References by the keys of an index. */
  public References(AgroalDataSource dataSource, BlindIndex index) {
    this.dataSource = dataSource;
    this.index = index;
  }

  /** The reference of a value, in the current transaction; a new one where it had none. */
  public byte[] of(String value) {
    return ofAll(List.of(value)).get(value);
  }

  /** The references of many values, by the values. */
  public Map<String, byte[]> ofAll(Collection<String> values) {
    List<Value> wanted = new LinkedHashSet<>(values).stream().map(this::value).toList();
    try (Connection connection = dataSource.getConnection()) {
      Map<ByteBuffer, byte[]> known = known(connection, wanted);
      wanted.forEach(value -> value.settleOn(known));
      List<Entry> fresh = wanted.stream().flatMap(Value::entries).sorted().toList();
      if (!fresh.isEmpty() && insert(connection, fresh) < fresh.size()) {
        Map<ByteBuffer, byte[]> now = known(connection, wanted);
        for (Value value : wanted) {
          if (value.fresh) {
            agree(connection, value, now);
          }
        }
      }
      Map<String, byte[]> found = new HashMap<>();
      wanted.forEach(value -> found.put(value.text, value.reference));
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the references could not be looked up", e);
    }
  }

  /** The reference of a value that has one already. */
  public Optional<byte[]> find(String value) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setArray(1, digests(connection, List.of(value(value))));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the reference could not be looked up", e);
    }
  }

  /** Whether nobody holds all references; then nobody can until the transaction ends. */
  public static boolean takeAll(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TAKE_ALL);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private Value value(String text) {
    return new Value(text, index.all(text));
  }

  private static Map<ByteBuffer, byte[]> known(Connection connection, List<Value> wanted)
      throws SQLException {
    Map<ByteBuffer, byte[]> known = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setArray(1, digests(connection, wanted));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(ByteBuffer.wrap(rows.getBytes(1)), rows.getBytes(2));
        }
      }
    }
    return known;
  }

  private static java.sql.Array digests(Connection connection, List<Value> values)
      throws SQLException {
    return connection.createArrayOf(
        "bytea",
        values.stream()
            .flatMap(value -> value.digests.stream())
            .map(BlindIndex.Digest::bytes)
            .toArray(byte[][]::new));
  }

  private static int insert(Connection connection, List<Entry> fresh) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      byte[][] digests = fresh.stream().map(e -> e.digest.bytes()).toArray(byte[][]::new);
      String[] keys = fresh.stream().map(e -> e.digest.keyId()).toArray(String[]::new);
      byte[][] references = fresh.stream().map(e -> e.reference).toArray(byte[][]::new);
      insert.setArray(1, connection.createArrayOf("bytea", digests));
      insert.setArray(2, connection.createArrayOf("varchar", keys));
      insert.setArray(3, connection.createArrayOf("bytea", references));
      return insert.executeUpdate();
    }
  }

  /** Another was first with one of the digests: ours, which nobody has seen yet, give way. */
  private static void agree(Connection connection, Value value, Map<ByteBuffer, byte[]> now)
      throws SQLException {
    for (BlindIndex.Digest digest : value.digests) {
      byte[] decided = now.get(ByteBuffer.wrap(digest.bytes()));
      if (!Arrays.equals(decided, value.reference)) {
        try (PreparedStatement update = connection.prepareStatement(AGREE)) {
          update.setBytes(1, decided);
          update.setBytes(2, value.reference);
          update.executeUpdate();
        }
        value.reference = decided;
        return;
      }
    }
  }

  /** A digest on its way into the table; all take one order, or two would wait for each other. */
  private record Entry(BlindIndex.Digest digest, byte[] reference) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return Arrays.compareUnsigned(digest.bytes(), other.digest.bytes());
    }
  }

  private static final class Value {
    private final String text;
    private final List<BlindIndex.Digest> digests;
    private byte[] reference;
    private boolean fresh;

    Value(String text, List<BlindIndex.Digest> digests) {
      this.text = text;
      this.digests = digests;
    }

    void settleOn(Map<ByteBuffer, byte[]> known) {
      for (BlindIndex.Digest digest : digests) {
        byte[] found = known.get(ByteBuffer.wrap(digest.bytes()));
        if (found != null) {
          reference = found;
          return;
        }
      }
      fresh = true;
      UUID random = UuidCreator.getTimeOrderedEpoch();
      reference =
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(random.getMostSignificantBits())
              .putLong(random.getLeastSignificantBits())
              .array();
    }

    /** What has to be written for it: nothing when it was known. */
    Stream<Entry> entries() {
      return fresh ? digests.stream().map(digest -> new Entry(digest, reference)) : Stream.empty();
    }
  }
}
