package org.jiceng.member;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.member.person.Persons;

/** Looks into every column of every table, opened where it is sealed, for a person. */
@ApplicationScoped
public class Tables {
  private static final String COLUMNS =
      """
      select table_name, column_name, data_type from information_schema.columns
       where table_schema = 'public'
         and data_type in ('bytea', 'text', 'character varying', 'jsonb', 'json', 'ARRAY')
       order by table_name, column_name""";

  private final AgroalDataSource dataSource;
  private final PersonalCipher cipher;
  private final Persons persons;

  Tables(AgroalDataSource dataSource, PersonalCipher cipher, Persons persons) {
    this.dataSource = dataSource;
    this.cipher = cipher;
    this.persons = persons;
  }

  /**
   * The tables in which the ID number, what it is found by, the name or the phone stands, sealed or
   * not; save the first answers to POSTs, which are sealed and forgotten after a day, and the
   * references, of which those are forgotten within the hour that no row bears.
   */
  public SortedSet<String> thatTellOf(Map<String, Object> person) {
    SortedSet<String> telling = telling(person, true);
    telling.remove("idempotency_key");
    telling.remove("blind_reference");
    return telling;
  }

  /** The tables in which any of it stands as it was written. */
  public SortedSet<String> thatTellInTheClear(Map<String, Object> person) {
    return telling(person, false);
  }

  private SortedSet<String> telling(Map<String, Object> person, boolean opening) {
    List<String> texts =
        List.of(
            person.get("idNumber").toString(),
            person.get("name").toString(),
            person.get("phone").toString());
    byte[] index =
        opening ? persons.indexOf(IdNumber.parse(texts.get(0))).orElse(new byte[0]) : new byte[0];
    SortedSet<String> telling = new TreeSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement columns = connection.prepareStatement(COLUMNS);
        ResultSet found = columns.executeQuery()) {
      while (found.next()) {
        String table = found.getString(1);
        boolean bytes = "bytea".equals(found.getString(3));
        if (bytes
            ? tells(connection, table, found.getString(2), texts, index, opening)
            : holds(connection, table, found.getString(2), texts)) {
          telling.add(table);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return telling;
  }

  private boolean tells(
      Connection connection,
      String table,
      String column,
      List<String> texts,
      byte[] index,
      boolean opening)
      throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select %s from %s where %s is not null".formatted(column, table, column));
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        byte[] stored = rows.getBytes(1);
        String text = opening ? opened(stored) : plain(stored);
        if (Arrays.equals(stored, index) || texts.stream().anyMatch(text::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  private String opened(byte[] stored) {
    try {
      return cipher.decrypt(stored);
    } catch (IllegalStateException | IndexOutOfBoundsException e) {
      return plain(stored); // not sealed
    }
  }

  private static String plain(byte[] stored) {
    return new String(stored, StandardCharsets.UTF_8);
  }

  private static boolean holds(
      Connection connection, String table, String column, List<String> texts) throws SQLException {
    String where = "(%s::text like ? or %s::text like ? or %s::text like ?)";
    try (PreparedStatement select =
        connection.prepareStatement(
            "select 1 from %s where %s limit 1"
                .formatted(table, where.formatted(column, column, column)))) {
      for (int i = 0; i < texts.size(); i++) {
        select.setString(i + 1, "%" + texts.get(i) + "%");
      }
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }
}
