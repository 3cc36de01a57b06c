package org.jiceng.registry.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;

/**
 * How a register file differed from what was stored in its area.
 *
 * @param stored what was at work there before
 * @param registered new ones
 * @param reopened closed ones that are there again
 * @param changed with another name, area, kind or staff
 * @param gone no longer in the register
 * @param goneAllowed how many might have been gone
 * @param differencesUrl the differences row by row, as CSV; null when they are forgotten
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
             gone_allowed, forgotten_at is not null
        from register_comparison where job_id = ? and register = ?""";

  /** Refuses when the differences are forgotten (404). */
  void requireDifferences() {
    if (differencesUrl == null) {
      throw Problem.notFound();
    }
  }

  /** The counts of a comparison just made. */
  static RegisterComparison counted(UUID job, RegisterRequest request, ResultSet row)
      throws SQLException {
    long stored = row.getLong(1);
    return new RegisterComparison(
        job,
        request.area().value(),
        request.on(),
        stored,
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        request.limit().of(stored),
        null);
  }

  static RegisterComparison of(ResultSet row, String door) throws SQLException {
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
        row.getBoolean(10) ? null : door + "/" + id + "/differences");
  }
}
