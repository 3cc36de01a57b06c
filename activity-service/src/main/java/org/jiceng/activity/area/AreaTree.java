package org.jiceng.activity.area;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiceng.kit.area.AreaHierarchy;
import org.jiceng.kit.codes.AreaCode;

/**
 * The service's own copy of the areas' hierarchy, changed on the given connection and within its
 * transaction. One at a time changes it; nobody waits to read it.
 */
public final class AreaTree {
  private static final String NEVER_NAMED =
      """
      select code from unnest(string_to_array(?, ',')) named (code)
       where not exists (select from area_version v where v.area_code = code)""";

  private static final String BY_DIGITS =
      """
      insert into area_version (area_code, valid_from, parent_code) values (?, '-infinity', ?)
      on conflict do nothing""";

  private static final String FORGET_DIGITS =
      "delete from area_version where area_code = ? and valid_from = '-infinity'";

  private static final String END =
      """
      update area_version set valid_to = ?
       where area_code = ? and valid_to is null and valid_from < ?""";

  private static final String LIE =
      """
      insert into area_version (area_code, valid_from, parent_code) values (?, ?, ?)
      on conflict (area_code, valid_from) do update set parent_code = excluded.parent_code""";

  private final Connection connection;
  private final Set<String> moved = new TreeSet<>();

  public AreaTree(Connection connection) {
    this.connection = connection;
  }

  /** Areas that are named before the registry has told of them lie where their digits say. */
  public void expect(Collection<String> codes) throws SQLException {
    Set<String> named = new TreeSet<>();
    for (String code : codes) {
      for (Optional<AreaCode> at = Optional.of(new AreaCode(code));
          at.isPresent();
          at = at.get().parent()) {
        named.add(at.get().value());
      }
    }
    Set<String> unknown = neverNamed(named);
    if (unknown.isEmpty()) {
      return;
    }
    hold();
    for (String code : neverNamed(unknown)) {
      change(BY_DIGITS, code, new AreaCode(code).parent().map(AreaCode::value).orElse(null));
      moved.add(code);
    }
    lay();
  }

  /** Whether the registry, or somebody's file, has named the area. */
  public boolean knows(AreaCode area) throws SQLException {
    return neverNamed(Set.of(area.value())).isEmpty();
  }

  /** Keeps every other change out until the transaction ends. */
  void hold() throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute("lock table area_version in share row exclusive mode");
    }
  }

  /** An area begins below a parent, at the top if null. */
  void begin(String code, LocalDate on, String parent) throws SQLException {
    change(FORGET_DIGITS, code);
    hand(code, on, parent);
  }

  /** An area lies below another parent from a date on. */
  void hand(String code, LocalDate on, String parent) throws SQLException {
    change(END, on, code, on);
    change(LIE, code, on, parent);
    moved.add(code);
  }

  /** Works out where the areas that were moved, and all below them, lay and lie. */
  void lay() throws SQLException {
    String codes = String.join(",", moved);
    change(AreaHierarchy.LIFT, codes);
    change(AreaHierarchy.LAY, codes);
    moved.clear();
  }

  private Set<String> neverNamed(Set<String> codes) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEVER_NAMED)) {
      select.setString(1, String.join(",", codes));
      try (ResultSet rows = select.executeQuery()) {
        Set<String> unknown = new TreeSet<>();
        while (rows.next()) {
          unknown.add(rows.getString(1));
        }
        return unknown;
      }
    }
  }

  private void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
