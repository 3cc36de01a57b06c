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

  private final Map<String, AreaCode> areas;
  private final Map<String, Known> organizations = new HashMap<>();

  private References(Map<String, AreaCode> areas) {
    this.areas = areas;
  }

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
    References references = new References(openAreas(connection, context));
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
   * The open areas in which the sender may register, held open until we are done: by their codes
   * and by what the standard list calls them today.
   */
  public static Map<String, AreaCode> openAreas(Connection connection, ImportContext context)
      throws SQLException {
    Map<String, AreaCode> open = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select code, standard_code from area
             where closed_on is null
               and (?::varchar is null or code in (
                 select area_code from area_within where within_code = ? and valid_to is null))
             order by code for key share""")) {
      String within = areaOfScope(connection, context);
      select.setString(1, within);
      select.setString(2, within);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          AreaCode code = new AreaCode(rows.getString(1));
          open.put(code.value(), code);
          open.putIfAbsent(rows.getString(2), code);
        }
      }
    }
    return open;
  }

  /**
   * The area in which the sender may register: that of their own organisation, null for who acts
   * for the whole district.
   */
  public static String areaOfScope(Connection connection, ImportContext context)
      throws SQLException {
    if (context.scopePath().isEmpty()) {
      return null;
    }
    try (PreparedStatement select =
        connection.prepareStatement("select area_code from organization where path = ?::ltree")) {
      select.setString(1, context.scopePath().get());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getString(1) : "nowhere";
      }
    }
  }

  /** The codes of what lies in an area today, itself included. */
  public static Set<String> areasWithin(Connection connection, AreaCode area) throws SQLException {
    Set<String> within = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select area_code from area_within where within_code = ? and valid_to is null")) {
      select.setString(1, area.value());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          within.add(rows.getString(1));
        }
      }
    }
    return within;
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
    if (code != null && !areas.containsKey(code.value())) {
      errors.add(column, "no-area", code);
      return null;
    }
    return code == null ? null : areas.get(code.value());
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
