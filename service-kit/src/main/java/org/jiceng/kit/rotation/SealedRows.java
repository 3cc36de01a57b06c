package org.jiceng.kit.rotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiceng.kit.personal.PersonalCipher;

/** The rows of one table with sealed columns. */
final class SealedRows implements Passage {
  private final SealedTable table;
  private final PersonalCipher cipher;

  SealedRows(SealedTable table, PersonalCipher cipher) {
    this.table = table;
    this.cipher = cipher;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sealed(String[] key, byte[][] values) {}

  @Override
  public String name() {
    return table.name();
  }

  /** A key that some row needs and that is none of those, if there is one. */
  Optional<String> needsBeyond(Connection connection, Collection<String> keys) throws SQLException {
    String sql =
        """
        select k.id
          from %s t cross join lateral (
            select encode(substring(c from 2 for get_byte(c, 0)), 'escape') as id
              from (values %s) v (c) where length(c) > 0) k
         where k.id <> all (?) limit 1"""
            .formatted(table.name(), joined(table.columns(), "(t.%s)", ", "));
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", keys.toArray()));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** How many rows need which key. */
  @Override
  public Map<String, Long> uses(Connection connection) throws SQLException {
    String sql =
        """
        select k.id, count(*)
          from %s t cross join lateral (
            select distinct encode(substring(c from 2 for get_byte(c, 0)), 'escape') as id
              from (values %s) v (c) where length(c) > 0) k
         group by k.id"""
            .formatted(table.name(), joined(table.columns(), "(t.%s)", ", "));
    Map<String, Long> uses = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        uses.put(rows.getString(1), rows.getLong(2));
      }
    }
    return uses;
  }

  /**
   * Seals the next rows anew. Whoever is changing one just now is left in peace: the next pass
   * looks again, and rotations wait for nobody, so that nobody waits for them in a ring.
   */
  @Override
  public Batch next(Connection connection, String[] after, int size) throws SQLException {
    List<Sealed> found = outdated(connection, after, size);
    List<Sealed> renewed = new ArrayList<>();
    for (Sealed row : found) {
      try {
        renewed.add(renewed(row));
      } catch (IllegalStateException e) {
        // No key of ours opens it: told by its count, and the key by where it is missing.
      }
    }
    keep(connection, renewed);
    String[] last = found.isEmpty() ? null : found.get(found.size() - 1).key;
    return new Batch(last, renewed.size(), found.size() - renewed.size());
  }

  @Override
  public long remaining(Connection connection) throws SQLException {
    String sql = "select count(*) from %s where %s".formatted(table.name(), outdated());
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bindHeader(select, 0);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private List<Sealed> outdated(Connection connection, String[] after, int size)
      throws SQLException {
    String sql =
        "select %s, %s from %s where (%s)%s order by %s limit ? for no key update skip locked"
            .formatted(
                table.key().stream().map(k -> k.name() + "::text").collect(joining()),
                String.join(", ", table.columns()),
                table.name(),
                outdated(),
                after == null ? "" : " and (%s) > (%s)".formatted(keyNames(), keyMarks()),
                keyNames());
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int at = bindHeader(select, 0);
      if (after != null) {
        for (String part : after) {
          select.setString(++at, part);
        }
      }
      select.setInt(++at, size);
      return read(select);
    }
  }

  private List<Sealed> read(PreparedStatement select) throws SQLException {
    List<Sealed> found = new ArrayList<>();
    int width = table.key().size();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        String[] key = new String[width];
        for (int i = 0; i < width; i++) {
          key[i] = rows.getString(i + 1);
        }
        byte[][] values = new byte[table.columns().size()][];
        for (int i = 0; i < values.length; i++) {
          values[i] = rows.getBytes(width + i + 1);
        }
        found.add(new Sealed(key, values));
      }
    }
    return found;
  }

  private Sealed renewed(Sealed row) {
    byte[][] values = new byte[row.values.length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = cipher.renewed(row.values[i]);
    }
    return new Sealed(row.key, values);
  }

  private void keep(Connection connection, List<Sealed> rows) throws SQLException {
    String sql =
        "update %s set %s where (%s) = (%s)"
            .formatted(
                table.name(), joined(table.columns(), "%s = ?", ", "), keyNames(), keyMarks());
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (Sealed row : rows) {
        int at = 0;
        for (byte[] value : row.values) {
          update.setBytes(++at, value);
        }
        for (String part : row.key) {
          update.setString(++at, part);
        }
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private String outdated() {
    return joined(table.columns(), "substring(%s from 1 for ?) <> ?", " or ");
  }

  private int bindHeader(PreparedStatement statement, int before) throws SQLException {
    byte[] header = cipher.currentHeader();
    int at = before;
    for (int i = 0; i < table.columns().size(); i++) {
      statement.setInt(++at, header.length);
      statement.setBytes(++at, header);
    }
    return at;
  }

  private String keyNames() {
    return table.key().stream().map(KeyColumn::name).collect(joining());
  }

  private String keyMarks() {
    return table.key().stream().map(k -> "?::" + k.type()).collect(joining());
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joining() {
    return Collectors.joining(", ");
  }

  private static String joined(List<String> columns, String form, String between) {
    return columns.stream().map(form::formatted).collect(Collectors.joining(between));
  }
}
