package org.jiceng.kit.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The organisations in the sender's scope by their business code, read once for a whole file. What
 * is out of scope is as unknown as what is not there.
 */
public final class OrganizationsByCode {
  private static final String SELECT =
      """
      select organization_id, code, area_code, type, sector, state, path::text, established_on,
             dissolved_on
        from organization_node""";

  /** What a row may need to know of an organisation; dates are business dates. */
  public record Organization(
      UUID id,
      String code,
      String areaCode,
      String type,
      String sector,
      String state,
      String path,
      LocalDate establishedOn,
      LocalDate dissolvedOn) {

    /** Whether it exists, working or suspended. */
    public boolean exists() {
      return !state.equals("DISSOLVED");
    }

    /** Whether it is at work, neither suspended nor dissolved. */
    public boolean active() {
      return state.equals("ACTIVE");
    }
  }

  private final Map<String, Organization> byCode = new HashMap<>();

  private OrganizationsByCode() {}

  /** Reads them on the import's connection. */
  public static OrganizationsByCode load(Connection connection, ImportContext context)
      throws SQLException {
    OrganizationsByCode organizations = new OrganizationsByCode();
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setFetchSize(5_000);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          organizations.keep(organization(rows), context);
        }
      }
    }
    return organizations;
  }

  /** The organisation of that code, if the sender may act on it. */
  public Optional<Organization> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The organisation that a cell names; null for an empty cell, and with an error for one that is
   * unknown or dissolved.
   */
  public Organization in(Row row, String column, RowErrors errors) {
    String code = row.code(column);
    if (code == null) {
      return null;
    }
    Organization found = byCode.get(code);
    if (found == null || !found.exists()) {
      errors.add(column, found == null ? "organization-unknown" : "organization-dissolved");
      return null;
    }
    return found;
  }

  /** The same, but with an error for one that is suspended too. */
  public Organization activeIn(Row row, String column, RowErrors errors) {
    Organization found = in(row, column, errors);
    if (found != null && !found.active()) {
      errors.add(column, "organization-suspended");
      return null;
    }
    return found;
  }

  private void keep(Organization organization, ImportContext context) {
    // A code may be used again after a dissolution: the one that exists is meant.
    if (context.covers(organization.path())) {
      byCode.merge(organization.code(), organization, (a, b) -> a.exists() ? a : b);
    }
  }

  private static Organization organization(ResultSet rows) throws SQLException {
    return new Organization(
        rows.getObject(1, UUID.class),
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        rows.getString(5),
        rows.getString(6),
        rows.getString(7),
        rows.getObject(8, LocalDate.class),
        rows.getObject(9, LocalDate.class));
  }
}
