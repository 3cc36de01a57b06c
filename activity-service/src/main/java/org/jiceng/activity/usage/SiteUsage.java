package org.jiceng.activity.usage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * How much a site was used in a period.
 *
 * @param bookings those that were confirmed, without no-shows
 * @param bookedHours how long these last, of all its spaces together
 */
public record SiteUsage(
    UUID siteId,
    String code,
    String name,
    UUID organizationId,
    String areaCode,
    long bookings,
    BigDecimal bookedHours,
    long noShows) {
  static SiteUsage of(ResultSet row) throws SQLException {
    return new SiteUsage(
        row.getObject("site_id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getObject("organization_id", UUID.class),
        row.getString("area_code"),
        row.getLong("bookings"),
        row.getBigDecimal("booked_hours"),
        row.getLong("no_shows"));
  }
}
