package org.jiceng.kit.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What an organisation is called.
 *
 * @param type as in the code list organization-type
 * @param state ACTIVE, SUSPENDED or DISSOLVED
 */
public record OrganizationView(UUID id, String code, String name, String type, String state) {
  static OrganizationView of(ResultSet row) throws SQLException {
    return new OrganizationView(
        row.getObject("organization_id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getString("type"),
        row.getString("state"));
  }
}
