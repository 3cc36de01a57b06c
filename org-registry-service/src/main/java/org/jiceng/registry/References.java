package org.jiceng.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;

/** The areas and organisations that rows may name, read once for a file. */
public final class References {
  private record Known(UUID id, String path) {}

  private final Set<String> areas = new HashSet<>();
  private final Map<String, Known> organizations = new HashMap<>();

  private References() {}

  /**
   * Looks again, before staged rows are kept, at the organisations that they name: one dissolved
   * since the file was begun is refused, and none is dissolved any more until we are done. The
   * names of tables and columns are the caller's own, never input.
   */
  public static void holdOrganizations(
      Connection connection, String staged, String key, String column, ImportErrors errors)
      throws SQLException {
    String sql =
        """
        with held as (select id, code, state from organization
                       where id in (select %2$s from %1$s) order by id for share)
        select s.row_no, held.code from %1$s s join held on held.id = s.%2$s
         where held.state = 'DISSOLVED' order by 1"""
            .formatted(staged, key);
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        errors.add(rows.getLong(1), column, "no-organization", rows.getString(2));
      }
    }
  }

  public static References load(Connection connection, ImportContext context) throws SQLException {
    References references = new References();
    String within = areaOfScope(connection, context);
    try (PreparedStatement select =
            connection.prepareStatement(
                "select code from area where closed_on is null for key share");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        if (rows.getString(1).startsWith(within)) {
          references.areas.add(rows.getString(1));
        }
      }
    }
    try (PreparedStatement select =
            connection.prepareStatement(
                "select code, id, path::text from organization where state <> 'DISSOLVED'");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        references.organizations.put(
            rows.getString(1), new Known(rows.getObject(2, UUID.class), rows.getString(3)));
      }
    }
    return references;
  }

  /**
   * The digits that all areas share in which the sender may register: those of their own
   * organisation's area, none for who acts for the whole district.
   */
  public static String areaOfScope(Connection connection, ImportContext context)
      throws SQLException {
    if (context.scopePath().isEmpty()) {
      return "";
    }
    try (PreparedStatement select =
        connection.prepareStatement("select area_code from organization where path = ?::ltree")) {
      select.setString(1, context.scopePath().get());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? AreaCode.parse(rows.getString(1)).prefix() : "nowhere";
      }
    }
  }

  /** A business date that has come; null if empty or after an error. */
  public static LocalDate past(Row row, String column, ImportContext context, RowErrors errors) {
    LocalDate date = row.date(column);
    if (date != null && date.isAfter(context.today())) {
      errors.add(column, "in-the-future");
      return null;
    }
    return date;
  }

  /** The area that a cell names; null after an error. */
  public AreaCode area(Row row, String column, RowErrors errors) {
    AreaCode code = row.value(column, AreaCode::parse);
    if (code != null && !areas.contains(code.value())) {
      errors.add(column, "no-area", code);
      return null;
    }
    return code;
  }

  /**
   * The organisation that a cell names, within the sender's scope; null if empty or after an error.
   */
  public UUID organization(Row row, String column, ImportContext context, RowErrors errors) {
    String code = row.code(column);
    if (code == null) {
      return null;
    }
    Known known = organizations.get(code);
    if (known == null || !context.covers(known.path())) {
      errors.add(column, "no-organization", code);
      return null;
    }
    return known.id();
  }
}
