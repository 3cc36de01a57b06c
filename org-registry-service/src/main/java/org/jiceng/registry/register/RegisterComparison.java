package org.jiceng.registry.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How a register file differed from what was stored in its area.
 *
 * @param stored the units at work there before
 * @param registered new ones
 * @param reopened closed ones that are there again
 * @param changed with another name, kind, area or staff
 * @param gone no longer in the register
 * @param goneAllowed how many might have been gone
 * @param differencesUrl the differences row by row, as CSV
 */
public record RegisterComparison(
    UUID importId,
    String areaCode,
    LocalDate effectiveOn,
    long stored,
    long registered,
    long reopened,
    long changed,
    long gone,
    long goneAllowed,
    String differencesUrl) {

  static final String SELECT =
      """
      select job_id, area_code, effective_on, stored, registered, reopened, changed, gone,
             gone_allowed
        from register_comparison where job_id = ?""";

  static RegisterComparison of(ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    return new RegisterComparison(
        id,
        row.getString(2),
        row.getObject(3, LocalDate.class),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        "/api/v1/units/register-imports/" + id + "/differences");
  }
}
