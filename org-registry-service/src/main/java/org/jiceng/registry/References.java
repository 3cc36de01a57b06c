package org.jiceng.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;

/** The areas and organisations that rows may name, read once for a file. */
public final class References {
  private record Known(UUID id, String path) {}

  private final Set<String> areas = new HashSet<>();
  private final Map<String, Known> organizations = new HashMap<>();

  private References() {}

  public static References load(Connection connection) throws SQLException {
    References references = new References();
    try (PreparedStatement select =
            connection.prepareStatement("select code from area where closed_on is null");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        references.areas.add(rows.getString(1));
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
