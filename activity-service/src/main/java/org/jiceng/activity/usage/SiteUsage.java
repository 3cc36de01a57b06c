package org.jiceng.activity.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much a site was used in a period.
 *
 * @param bookings those that were confirmed, without no-shows
 * @param bookedHours how long these last, of all its spaces together
 * @param occupancy the share of the hours in which its present spaces were open, of 1
 * @param attendances how many attended what was held there
 * @param cost what was spent there or on what was held there, in CNY
 * @param costPerAttendance in CNY; null where nothing was spent or nobody attended
 */
public record SiteUsage(
    UUID siteId,
    String code,
    String name,
    UUID organizationId,
    String areaCode,
    long bookings,
    BigDecimal bookedHours,
    @Schema(nullable = true, description = "Null where it was not open") BigDecimal occupancy,
    long noShows,
    long attendances,
    BigDecimal cost,
    @Schema(nullable = true) BigDecimal costPerAttendance) {
  private static final BigDecimal AN_HOUR = BigDecimal.valueOf(3600);
  private static final int DIGITS_OF_A_SHARE = 4;

  static SiteUsage of(ResultSet row) throws SQLException {
    BigDecimal booked = row.getBigDecimal("booked_seconds");
    BigDecimal open =
        row.getBigDecimal("open_seconds").multiply(BigDecimal.valueOf(row.getInt("spaces")));
    BigDecimal attendances = row.getBigDecimal("attendances");
    BigDecimal cost = row.getBigDecimal("cost");
    return new SiteUsage(
        row.getObject("site_id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getObject("organization_id", UUID.class),
        row.getString("area_code"),
        row.getLong("bookings"),
        part(booked, AN_HOUR, 2),
        part(booked, open, DIGITS_OF_A_SHARE),
        row.getLong("no_shows"),
        attendances.longValue(),
        cost,
        cost.signum() == 0 ? null : part(cost, attendances, 2));
  }

  private static BigDecimal part(BigDecimal amount, BigDecimal of, int digits) {
    return of.signum() == 0 ? null : amount.divide(of, digits, RoundingMode.HALF_UP);
  }
}
