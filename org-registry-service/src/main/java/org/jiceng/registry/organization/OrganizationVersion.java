package org.jiceng.registry.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jiceng.events.OrganizationType;

/**
 * What an organisation was from a date (inclusive) to another (exclusive), known since a moment.
 */
public record OrganizationVersion(
    LocalDate validFrom,
    LocalDate validTo,
    Instant recordedAt,
    String name,
    OrganizationType type,
    UUID parentId,
    String areaCode,
    OrganizationState state) {

  static OrganizationVersion of(ResultSet row) throws SQLException {
    return new OrganizationVersion(
        row.getObject(1, LocalDate.class),
        row.getObject(2, LocalDate.class),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4),
        OrganizationType.valueOf(row.getString(5)),
        row.getObject(6, UUID.class),
        row.getString(7),
        OrganizationState.valueOf(row.getString(8)));
  }
}
